import { topicLoaders } from './topic.loaders.js';
import { TopicResolver } from './topic.resolver.js';
import { Topic } from './topic.type.js';

export const topic = { loaders: topicLoaders, resolvers: [TopicResolver], types: [Topic] } as const;
