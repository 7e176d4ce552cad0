import { registerEnumType } from 'type-graphql';

export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Which end of an order comes first. What has no value comes last either way.',
  valuesConfig: {
    ASC: { description: 'The least first: the oldest, the fewest, A before Z.' },
    DESC: { description: 'The greatest first: the newest, the most, Z before A.' },
  },
});
