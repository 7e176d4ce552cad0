import { topicLoaders } from './topic.loaders.js';
import { TopicResolver } from './topic.resolver.js';
import { Topic } from './topic.type.js';
import { TopicsResolver } from './topics.resolver.js';

export const topic = { loaders: topicLoaders, resolvers: [TopicResolver, TopicsResolver], types: [Topic] } as const;
