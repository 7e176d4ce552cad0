/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What became of a claim. */
export type ClaimState =
  /** The record is theirs. */
  | 'APPROVED'
  /** A moderator will decide. */
  | 'PENDING'
  /** A moderator said no, or somebody else owns the record. */
  | 'REJECTED'
  /** Taken back, or the record was given up. */
  | 'WITHDRAWN';

/** Whether a record's owner has come forward. */
export type ClaimStatus =
  /** It has an owner. */
  | 'CLAIMED'
  /** Somebody has; it is not decided yet. */
  | 'PENDING'
  /** Nobody has claimed it. */
  | 'UNCLAIMED';

/** The kinds of edge. The first five but COAUTHOR are stated by sources, the others are derived from those. */
export type EdgeType =
  /** Work to topic. */
  | 'ABOUT'
  /** Institution to a topic of a work produced there. */
  | 'ACTIVE_IN'
  /** Researcher to institution. */
  | 'AFFILIATED'
  /** Researcher to work. */
  | 'AUTHORED'
  /** Work to the work that it cites. */
  | 'CITES'
  /** Two researchers with a joint work, once a pair, the lower id as source. */
  | 'COAUTHOR'
  /** Two institutions with a joint work, once a pair, the lower id as source. */
  | 'PARTNER'
  /** Work to an institution of one of its authors. */
  | 'PRODUCED_AT'
  /** Researcher to a topic of a work of theirs. */
  | 'RESEARCHES';

/** Which invitations: those got, or those sent. */
export type InvitationBox =
  | 'RECEIVED'
  | 'SENT';

/** What became of an invitation. */
export type InvitationStatus =
  /** Both may write. */
  | 'ACCEPTED'
  /** The other said no. */
  | 'DECLINED'
  /** Not answered yet. */
  | 'PENDING'
  /** Who sent it took it back. */
  | 'WITHDRAWN';

/** Why a field is empty. */
export type MissingReason =
  /** Nothing that was imported speaks of it. */
  | 'NOT_IMPORTED'
  /** The source was asked and does not know it. */
  | 'UNKNOWN'
  /** The source has it and does not give it. */
  | 'WITHHELD';

/** yearFrom and yearTo keep works of those years, and COAUTHOR, RESEARCHES and AFFILIATED edges whose years overlap them (an open end counts as open; RESEARCHES has the years of the works behind it); other edges are unaffected, and weights stay those of the whole record. A work without a year is of no range. */
export type NeighbourhoodFilter = {
  /** Only these types are walked and returned; with none of them the centre stands alone. */
  edgeTypes?: Array<EdgeType> | null | undefined;
  /** Only COAUTHOR edges of this many joint works. */
  minWorks?: number | null | undefined;
  yearFrom?: number | null | undefined;
  yearTo?: number | null | undefined;
};

/** How many of each kind in the whole slice, the centre not counted; 0 leaves the kind out. Each at most 100, the sum at most 300. */
export type NeighbourhoodLimits = {
  institutions?: number | null | undefined;
  researchers?: number | null | undefined;
  topics?: number | null | undefined;
  works?: number | null | undefined;
};

/** The four kinds of graph node. */
export type NodeType =
  | 'INSTITUTION'
  | 'RESEARCHER'
  | 'TOPIC'
  | 'WORK';

/** Which end of an order comes first. What has no value comes last either way. */
export type OrderDirection =
  /** The least first: the oldest, the fewest, A before Z. */
  | 'ASC'
  /** The greatest first: the newest, the most, Z before A. */
  | 'DESC';

/** What the owner of a record says of it. */
export type ProfileInput = {
  /** One sentence, at most 300 characters; blank: the drawn one. */
  headline?: string | null | undefined;
  /** Whether others may send invitations. */
  openToCollaborate?: boolean | null | undefined;
};

/** What a score amounts to in one word. */
export type TrustBand =
  /** 20 to 49. */
  | 'EMERGING'
  /** 50 to 79. */
  | 'ESTABLISHED'
  /** 80 and above: only with an owner, and with works that are one person’s. */
  | 'TRUSTED'
  /** Below 20. */
  | 'UNKNOWN';

/** How well it is known that a record stands for a person. */
export type VerificationLevel =
  /** A bare name on a byline. */
  | 'L0'
  /** A record in a public source. */
  | 'L1'
  /** An ORCID iD on the record. */
  | 'L2'
  /** Claimed by its owner and verified. */
  | 'L3'
  /** As L3, and an institution itself asserted the employment in the ORCID record. */
  | 'L4';

/** Which works. All given rules must hold; of the values in one list, any. An empty list holds for nothing, null is not given. Ids are identifiers of any kind. */
export type WorkFilter = {
  /** By all of these authors together. */
  allAuthorIds?: Array<string> | null | undefined;
  /** By any of these authors. */
  authorIds?: Array<string> | null | undefined;
  /** From any of these institutions. */
  institutionIds?: Array<string> | null | undefined;
  /** With this `citationCount` or more. */
  minCitations?: number | null | undefined;
  /** With an `openAccessUrl`, or without one. */
  openAccess?: boolean | null | undefined;
  /** Retracted, or not. */
  retracted?: boolean | null | undefined;
  /** That appeared here, as `facets.sources` names it. */
  sources?: Array<string> | null | undefined;
  /** Words that the title or abstract must match; the last may be the beginning of one. Spaces alone ask for nothing, signs alone match nothing. */
  text?: string | null | undefined;
  /** About any of these topics. */
  topicIds?: Array<string> | null | undefined;
  /** Of these types, as `facets.types` names them. */
  types?: Array<string> | null | undefined;
  /** Of this year or later. */
  yearFrom?: number | null | undefined;
  /** Of this year or earlier. */
  yearTo?: number | null | undefined;
};

/** The order of a list of works. */
export type WorkOrder = {
  by: WorkOrderField;
  direction: OrderDirection;
};

/** What works are ordered by; the id decides at last, ascending. */
export type WorkOrderField =
  /** citationCount, then the year. */
  | 'CITATIONS'
  /** Letters and digits of the title, accents folded. */
  | 'TITLE'
  /** The year, then the citations. Works without a year come last. */
  | 'YEAR';

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { viewer: { id: string, name: string | null, email: string | null, orcid: string | null, roles: Array<string>, researcher: { id: string, name: string, headline: string, openToCollaborate: boolean } | null, claims: Array<{ id: string, status: ClaimState, reason: string | null, evidence: string | null, createdAt: string, researcher: { id: string, name: string } }> } | null };

export type FollowingQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type FollowingQuery = { viewer: { id: string, following: { totalCount: number | null, nodes: Array<{ id: string, name: string, headline: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type FeedQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type FeedQuery = { viewer: { id: string, feed: { nodes: Array<{ id: string, at: string, researcher: { id: string, name: string }, coauthor: { id: string, name: string } | null, work: { id: string, title: string, year: number | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type InvitationsQueryVariables = Exact<{
  box: InvitationBox;
  first: number;
  after?: string | null | undefined;
}>;


export type InvitationsQuery = { viewer: { id: string, invitations: { edges: Array<{ cursor: string, node: { id: string, status: InvitationStatus, message: string, createdAt: string, from: { id: string, name: string }, to: { id: string, name: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ConversationQueryVariables = Exact<{
  box: InvitationBox;
  place?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ConversationQuery = { viewer: { id: string, invitations: { nodes: Array<{ id: string, conversation: { nodes: Array<{ id: string, body: string, sentAt: string, author: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }> } } | null };

export type PendingClaimsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PendingClaimsQuery = { pendingClaims: { totalCount: number | null, nodes: Array<{ id: string, evidence: string | null, createdAt: string, claimant: { id: string, name: string | null, orcid: string | null }, researcher: { id: string, name: string, orcid: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type UpdateProfileMutationVariables = Exact<{
  input: ProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { id: string, headline: string, openToCollaborate: boolean } };

export type RespondMutationVariables = Exact<{
  id: string;
  accept: boolean;
}>;


export type RespondMutation = { respondToInvitation: { id: string, status: InvitationStatus } };

export type WithdrawInvitationMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawInvitationMutation = { withdrawInvitation: { id: string, status: InvitationStatus } };

export type SendMutationVariables = Exact<{
  id: string;
  body: string;
}>;


export type SendMutation = { sendMessage: { id: string } };

export type ReviewClaimMutationVariables = Exact<{
  id: string;
  approve: boolean;
  reason?: string | null | undefined;
}>;


export type ReviewClaimMutation = { reviewClaim: { id: string, status: ClaimState } };

export type DeleteAccountMutationVariables = Exact<{ [key: string]: never; }>;


export type DeleteAccountMutation = { deleteAccount: boolean };

export type DrawnNodeFragment = { id: string, type: NodeType, label: string, weight: number, year: number | null, distance: number | null };

export type DrawnEdgeFragment = { id: string, source: string, target: string, type: EdgeType, weight: number };

export type GrowthQueryVariables = Exact<{
  id: string;
  limits?: NeighbourhoodLimits | null | undefined;
}>;


export type GrowthQuery = { neighbourhood: { center:
      | { __typename: 'Institution', id: string }
      | { __typename: 'Researcher', id: string }
      | { __typename: 'Topic', id: string }
      | { __typename: 'Work', id: string }
    , nodes: Array<{ id: string, type: NodeType, label: string, weight: number, year: number | null, distance: number | null }>, totals: { works: number, topics: number, institutions: number, researchers: number } } | null };

export type EdgesAmongQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type EdgesAmongQuery = { subgraph: { edges: Array<{ id: string, source: string, target: string, type: EdgeType, weight: number }> } };

export type ChosenQueryVariables = Exact<{
  id: string;
  way: Array<string> | string;
}>;


export type ChosenQuery = { node:
    | { __typename: 'Institution', ror: string | null, name: string, country: string | null, worksCount: number, id: string }
    | { __typename: 'Researcher', headline: string, name: string, id: string, stats: { citations: number, hIndex: number, firstYear: number | null, lastYear: number | null, works: number }, affiliation: { id: string, name: string } | null }
    | { __typename: 'Topic', description: string | null, subfield: string | null, name: string, field: string | null, worksCount: number, id: string }
    | { __typename: 'Work', abstract: string | null, citationCount: number, byline: Array<string>, title: string, titleText: string, year: number | null, source: string | null, type: string | null, id: string }
   | null, neighbourhood: { center:
      | { __typename: 'Institution', id: string }
      | { __typename: 'Researcher', id: string }
      | { __typename: 'Topic', id: string }
      | { __typename: 'Work', id: string }
    , totals: { works: number, topics: number, institutions: number, researchers: number } } | null, subgraph: { edges: Array<{ sources: Array<string>, id: string, source: string, target: string, type: EdgeType, weight: number, works: Array<{ id: string, title: string, year: number | null }> }> } };

export type FindPathQueryVariables = Exact<{
  from: string;
  to: string;
  via?: Array<EdgeType> | EdgeType | null | undefined;
}>;


export type FindPathQuery = { path: { length: number, nodes: Array<
      | { __typename: 'Institution', name: string, country: string | null, worksCount: number, id: string }
      | { __typename: 'Researcher', name: string, id: string, affiliation: { id: string, name: string } | null, stats: { works: number } }
      | { __typename: 'Topic', name: string, field: string | null, worksCount: number, id: string }
      | { __typename: 'Work', citationCount: number, title: string, titleText: string, year: number | null, source: string | null, type: string | null, id: string }
    >, edges: Array<{ id: string, source: string, target: string, type: EdgeType, weight: number, works: Array<{ id: string, title: string, year: number | null }> }> } | null };

export type NamesQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type NamesQuery = { nodes: Array<
    | { __typename: 'Institution', name: string, country: string | null, worksCount: number, id: string }
    | { __typename: 'Researcher', name: string, id: string, affiliation: { id: string, name: string } | null, stats: { works: number } }
    | { __typename: 'Topic', name: string, field: string | null, worksCount: number, id: string }
    | { __typename: 'Work', title: string, titleText: string, year: number | null, source: string | null, type: string | null, id: string }
   | null> };

export type SliceQueryVariables = Exact<{
  id: string;
  limits?: NeighbourhoodLimits | null | undefined;
  filter?: NeighbourhoodFilter | null | undefined;
  depth?: number | null | undefined;
}>;


export type SliceQuery = { neighbourhood: { center:
      | { __typename: 'Institution', id: string }
      | { __typename: 'Researcher', id: string }
      | { __typename: 'Topic', id: string }
      | { __typename: 'Work', id: string }
    , nodes: Array<{ id: string, type: NodeType, label: string, weight: number, year: number | null, distance: number | null }>, edges: Array<{ id: string, source: string, target: string, type: EdgeType, weight: number }>, totals: { works: number, topics: number, institutions: number, researchers: number } } | null };

export type ConnectionQueryVariables = Exact<{
  ids: Array<string> | string;
  node: string;
}>;


export type ConnectionQuery = { subgraph: { edges: Array<{ id: string, source: string, target: string, type: EdgeType, weight: number, sources: Array<string>, works: Array<{ id: string, title: string, year: number | null }> }> }, node:
    | { __typename: 'Institution', name: string, country: string | null, worksCount: number, id: string }
    | { __typename: 'Researcher', name: string, id: string, affiliation: { id: string, name: string } | null, stats: { works: number } }
    | { __typename: 'Topic', description: string | null, name: string, field: string | null, worksCount: number, id: string }
    | { __typename: 'Work', abstract: string | null, citationCount: number, title: string, titleText: string, year: number | null, source: string | null, type: string | null, id: string }
   | null };

export type HomeQueryVariables = Exact<{
  first?: number | null | undefined;
  example: string;
}>;


export type HomeQuery = { graph: { counts: { researchers: number, works: number, topics: number, institutions: number, coauthorEdges: number }, sources: Array<{ name: string, records: number, lastImportAt: string | null }> }, cited: { nodes: Array<{ id: string, name: string, stats: { works: number, citations: number } }> }, busy: { nodes: Array<{ id: string, name: string, stats: { works: number, citations: number } }> }, topics: { nodes: Array<{ id: string, name: string, worksCount: number }> }, institutions: { nodes: Array<{ id: string, name: string, worksCount: number }> }, example: { id: string, name: string, stats: { works: number } } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  types?: Array<NodeType> | NodeType | null | undefined;
  first?: number | null | undefined;
}>;


export type SearchQuery = { search: { edges: Array<{ highlight: string | null, node:
        | { __typename: 'Institution', name: string, country: string | null, worksCount: number, id: string }
        | { __typename: 'Researcher', name: string, id: string, affiliation: { id: string, name: string } | null, stats: { works: number } }
        | { __typename: 'Topic', name: string, field: string | null, worksCount: number, id: string }
        | { __typename: 'Work', title: string, titleText: string, year: number | null, source: string | null, type: string | null, id: string }
       }> } };

export type InstitutionProfileQueryVariables = Exact<{
  id: string;
}>;


export type InstitutionProfileQuery = { institution: { id: string, name: string, ror: string | null, country: string | null, type: string | null, homepage: string | null, worksCount: number, topics: Array<{ id: string, name: string }>, partners: Array<{ works: number, institution: { id: string, name: string, country: string | null } }>, researchers: { totalCount: number | null, nodes: Array<{ id: string, name: string, stats: { works: number } }> }, provenance: Array<{ source: string, sourceId: string, importedAt: string, url: string | null }>, missing: Array<{ field: string, reason: MissingReason }> } | null };

type NodeLink_Institution_Fragment = { __typename: 'Institution', name: string, country: string | null, worksCount: number, id: string };

type NodeLink_Researcher_Fragment = { __typename: 'Researcher', name: string, id: string, affiliation: { id: string, name: string } | null, stats: { works: number } };

type NodeLink_Topic_Fragment = { __typename: 'Topic', name: string, field: string | null, worksCount: number, id: string };

type NodeLink_Work_Fragment = { __typename: 'Work', title: string, titleText: string, year: number | null, source: string | null, type: string | null, id: string };

export type NodeLinkFragment =
  | NodeLink_Institution_Fragment
  | NodeLink_Researcher_Fragment
  | NodeLink_Topic_Fragment
  | NodeLink_Work_Fragment
;

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { viewer: { id: string, name: string | null, researcher: { id: string, name: string } | null } | null };

export type MeAndResearcherQueryVariables = Exact<{
  id: string;
}>;


export type MeAndResearcherQuery = { viewer: { id: string, claims: Array<{ id: string, status: ClaimState, researcher: { id: string } }> } | null, researcher: { id: string, viewerFollows: boolean, viewerCanInvite: boolean, inviteBlockedReason: string | null, claimStatus: ClaimStatus, stats: { followers: number } } | null };

export type FollowMutationVariables = Exact<{
  id: string;
}>;


export type FollowMutation = { followResearcher: { id: string } };

export type UnfollowMutationVariables = Exact<{
  id: string;
}>;


export type UnfollowMutation = { unfollowResearcher: { id: string } };

export type ClaimMutationVariables = Exact<{
  id: string;
  evidence?: string | null | undefined;
}>;


export type ClaimMutation = { claimResearcher: { id: string, status: ClaimState } };

export type WithdrawClaimMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawClaimMutation = { withdrawClaim: { id: string, status: ClaimState } };

export type InviteMutationVariables = Exact<{
  id: string;
  message: string;
}>;


export type InviteMutation = { inviteToCollaborate: { id: string } };

export type ResearcherProfileQueryVariables = Exact<{
  id: string;
}>;


export type ResearcherProfileQuery = { researcher: { id: string, name: string, otherNames: Array<string>, headline: string, orcid: string | null, openToCollaborate: boolean, claimStatus: ClaimStatus, affiliation: { id: string, name: string, country: string | null } | null, verification: { level: VerificationLevel, reasons: Array<string>, next: string | null }, trust: { score: number, band: TrustBand, formula: string, components: Array<{ name: string, points: number, maximum: number, explanation: string }> }, stats: { works: number, citations: number, hIndex: number, followers: number, topics: number, collaborators: number, closeCollaborators: number, firstYear: number | null, lastYear: number | null }, provenance: Array<{ source: string, sourceId: string, importedAt: string, url: string | null }>, missing: Array<{ field: string, reason: MissingReason }> } | null };

export type ResearcherIdentityQueryVariables = Exact<{
  id: string;
}>;


export type ResearcherIdentityQuery = { researcher: { id: string, identity: { consistent: boolean | null, explanation: string, groups: Array<{ workIds: Array<string>, years: Array<number>, confidence: number, reasons: Array<string>, topics: Array<{ id: string, name: string }>, collaborators: Array<{ id: string, name: string }>, works: { totalCount: number | null, nodes: Array<{ id: string, title: string, year: number | null }> } }> } | null } | null };

export type ResearcherConnectionsQueryVariables = Exact<{
  id: string;
}>;


export type ResearcherConnectionsQuery = { researcher: { id: string, topics: { totalCount: number | null, edges: Array<{ works: number, share: number, node: { id: string, name: string } }> }, collaborators: { totalCount: number | null, edges: Array<{ works: number, firstYear: number | null, lastYear: number | null, node: { id: string, name: string } }> }, affiliations: Array<{ current: boolean, fromYear: number | null, toYear: number | null, institution: { id: string, name: string } }> } | null };

export type TopicProfileQueryVariables = Exact<{
  id: string;
}>;


export type TopicProfileQuery = { topic: { id: string, name: string, description: string | null, subfield: string | null, field: string | null, domain: string | null, worksCount: number, researchers: { totalCount: number | null, edges: Array<{ works: number, share: number, node: { id: string, name: string } }> }, provenance: Array<{ source: string, sourceId: string, importedAt: string, url: string | null }>, missing: Array<{ field: string, reason: MissingReason }> } | null };

export type WorkProfileQueryVariables = Exact<{
  id: string;
}>;


export type WorkProfileQuery = { work: { date: string | null, id: string, title: string, titleText: string, type: string | null, year: number | null, source: string | null, abstract: string | null, doi: string | null, arxivId: string | null, openAccessUrl: string | null, citationCount: number, retracted: boolean, byline: Array<string>, topics: Array<{ score: number, topic: { id: string, name: string } }>, institutions: Array<{ id: string, name: string, country: string | null }>, provenance: Array<{ source: string, sourceId: string, importedAt: string, url: string | null }>, missing: Array<{ field: string, reason: MissingReason }>, references: { totalCount: number | null, nodes: Array<{ id: string, title: string, year: number | null, byline: Array<string> }> }, citedBy: { totalCount: number | null, nodes: Array<{ id: string, title: string, year: number | null, byline: Array<string> }> }, authors: { totalCount: number | null, edges: Array<{ name: string, position: number, node: { id: string } }> } } | null };

export type RelatedWorksQueryVariables = Exact<{
  id: string;
}>;


export type RelatedWorksQuery = { work: { id: string, related: Array<{ id: string, title: string, year: number | null, byline: Array<string> }> | null } | null };

export type WorkSummaryFragment = { id: string, title: string, titleText: string, type: string | null, year: number | null, source: string | null, abstract: string | null, doi: string | null, arxivId: string | null, openAccessUrl: string | null, citationCount: number, retracted: boolean, byline: Array<string>, authors: { totalCount: number | null, edges: Array<{ name: string, position: number, node: { id: string } }> } };

export type WorkPageFragment = { totalCount: number | null, nodes: Array<{ id: string, title: string, titleText: string, type: string | null, year: number | null, source: string | null, abstract: string | null, doi: string | null, arxivId: string | null, openAccessUrl: string | null, citationCount: number, retracted: boolean, byline: Array<string>, authors: { totalCount: number | null, edges: Array<{ name: string, position: number, node: { id: string } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type WorkFacetsFragment = { facets: { years: Array<{ year: number, works: number }>, types: Array<{ value: string, works: number }>, topics: Array<{ works: number, topic: { id: string, name: string } }> } | null };

export type WorksOfResearcherQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  filter?: WorkFilter | null | undefined;
  orderBy?: WorkOrder | null | undefined;
}>;


export type WorksOfResearcherQuery = { owner: { works: { totalCount: number | null, nodes: Array<{ id: string, title: string, titleText: string, type: string | null, year: number | null, source: string | null, abstract: string | null, doi: string | null, arxivId: string | null, openAccessUrl: string | null, citationCount: number, retracted: boolean, byline: Array<string>, authors: { totalCount: number | null, edges: Array<{ name: string, position: number, node: { id: string } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type FacetsOfResearcherQueryVariables = Exact<{
  id: string;
}>;


export type FacetsOfResearcherQuery = { owner: { works: { totalCount: number | null, facets: { years: Array<{ year: number, works: number }>, types: Array<{ value: string, works: number }>, topics: Array<{ works: number, topic: { id: string, name: string } }> } | null } } | null };

export type WorksOfTopicQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  filter?: WorkFilter | null | undefined;
  orderBy?: WorkOrder | null | undefined;
}>;


export type WorksOfTopicQuery = { owner: { works: { totalCount: number | null, nodes: Array<{ id: string, title: string, titleText: string, type: string | null, year: number | null, source: string | null, abstract: string | null, doi: string | null, arxivId: string | null, openAccessUrl: string | null, citationCount: number, retracted: boolean, byline: Array<string>, authors: { totalCount: number | null, edges: Array<{ name: string, position: number, node: { id: string } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type FacetsOfTopicQueryVariables = Exact<{
  id: string;
}>;


export type FacetsOfTopicQuery = { owner: { works: { totalCount: number | null, facets: { years: Array<{ year: number, works: number }>, types: Array<{ value: string, works: number }>, topics: Array<{ works: number, topic: { id: string, name: string } }> } | null } } | null };

export type WorksOfInstitutionQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  filter?: WorkFilter | null | undefined;
  orderBy?: WorkOrder | null | undefined;
}>;


export type WorksOfInstitutionQuery = { owner: { works: { totalCount: number | null, nodes: Array<{ id: string, title: string, titleText: string, type: string | null, year: number | null, source: string | null, abstract: string | null, doi: string | null, arxivId: string | null, openAccessUrl: string | null, citationCount: number, retracted: boolean, byline: Array<string>, authors: { totalCount: number | null, edges: Array<{ name: string, position: number, node: { id: string } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type FacetsOfInstitutionQueryVariables = Exact<{
  id: string;
}>;


export type FacetsOfInstitutionQuery = { owner: { works: { totalCount: number | null, facets: { years: Array<{ year: number, works: number }>, types: Array<{ value: string, works: number }>, topics: Array<{ works: number, topic: { id: string, name: string } }> } | null } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const DrawnNodeFragmentDoc = new TypedDocumentString(`
    fragment DrawnNode on GraphNode {
  id
  type
  label
  weight
  year
  distance
}
    `, {"fragmentName":"DrawnNode"}) as unknown as TypedDocumentString<DrawnNodeFragment, unknown>;
export const DrawnEdgeFragmentDoc = new TypedDocumentString(`
    fragment DrawnEdge on GraphEdge {
  id
  source
  target
  type
  weight
}
    `, {"fragmentName":"DrawnEdge"}) as unknown as TypedDocumentString<DrawnEdgeFragment, unknown>;
export const NodeLinkFragmentDoc = new TypedDocumentString(`
    fragment NodeLink on Node {
  __typename
  id
  ... on Researcher {
    name
    affiliation {
      id
      name
    }
    stats {
      works
    }
  }
  ... on Work {
    title
    titleText
    year
    source
    type
  }
  ... on Topic {
    name
    field
    worksCount
  }
  ... on Institution {
    name
    country
    worksCount
  }
}
    `, {"fragmentName":"NodeLink"}) as unknown as TypedDocumentString<NodeLinkFragment, unknown>;
export const WorkSummaryFragmentDoc = new TypedDocumentString(`
    fragment WorkSummary on Work {
  id
  title
  titleText
  type
  year
  source
  abstract
  doi
  arxivId
  openAccessUrl
  citationCount
  retracted
  byline
  authors(first: 12) {
    totalCount
    edges {
      name
      position
      node {
        id
      }
    }
  }
}
    `, {"fragmentName":"WorkSummary"}) as unknown as TypedDocumentString<WorkSummaryFragment, unknown>;
export const WorkPageFragmentDoc = new TypedDocumentString(`
    fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkSummary
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    fragment WorkSummary on Work {
  id
  title
  titleText
  type
  year
  source
  abstract
  doi
  arxivId
  openAccessUrl
  citationCount
  retracted
  byline
  authors(first: 12) {
    totalCount
    edges {
      name
      position
      node {
        id
      }
    }
  }
}`, {"fragmentName":"WorkPage"}) as unknown as TypedDocumentString<WorkPageFragment, unknown>;
export const WorkFacetsFragmentDoc = new TypedDocumentString(`
    fragment WorkFacets on WorkConnection {
  facets {
    years {
      year
      works
    }
    types {
      value
      works
    }
    topics(first: 12) {
      works
      topic {
        id
        name
      }
    }
  }
}
    `, {"fragmentName":"WorkFacets"}) as unknown as TypedDocumentString<WorkFacetsFragment, unknown>;
export const AccountDocument = new TypedDocumentString(`
    query Account {
  viewer {
    id
    name
    email
    orcid
    roles
    researcher {
      id
      name
      headline
      openToCollaborate
    }
    claims {
      id
      status
      reason
      evidence
      createdAt
      researcher {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AccountQuery, AccountQueryVariables>;
export const FollowingDocument = new TypedDocumentString(`
    query Following($first: Int!, $after: String) {
  viewer {
    id
    following(first: $first, after: $after) {
      totalCount
      nodes {
        id
        name
        headline
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FollowingQuery, FollowingQueryVariables>;
export const FeedDocument = new TypedDocumentString(`
    query Feed($first: Int!, $after: String) {
  viewer {
    id
    feed(first: $first, after: $after) {
      nodes {
        id
        at
        researcher {
          id
          name
        }
        coauthor {
          id
          name
        }
        work {
          id
          title
          year
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FeedQuery, FeedQueryVariables>;
export const InvitationsDocument = new TypedDocumentString(`
    query Invitations($box: InvitationBox!, $first: Int!, $after: String) {
  viewer {
    id
    invitations(box: $box, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          status
          message
          createdAt
          from {
            id
            name
          }
          to {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InvitationsQuery, InvitationsQueryVariables>;
export const ConversationDocument = new TypedDocumentString(`
    query Conversation($box: InvitationBox!, $place: String, $first: Int!, $after: String) {
  viewer {
    id
    invitations(box: $box, first: 1, after: $place) {
      nodes {
        id
        conversation(first: $first, after: $after) {
          nodes {
            id
            body
            sentAt
            author {
              id
              name
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConversationQuery, ConversationQueryVariables>;
export const PendingClaimsDocument = new TypedDocumentString(`
    query PendingClaims($first: Int!, $after: String) {
  pendingClaims(first: $first, after: $after) {
    totalCount
    nodes {
      id
      evidence
      createdAt
      claimant {
        id
        name
        orcid
      }
      researcher {
        id
        name
        orcid
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PendingClaimsQuery, PendingClaimsQueryVariables>;
export const UpdateProfileDocument = new TypedDocumentString(`
    mutation UpdateProfile($input: ProfileInput!) {
  updateProfile(input: $input) {
    id
    headline
    openToCollaborate
  }
}
    `) as unknown as TypedDocumentString<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const RespondDocument = new TypedDocumentString(`
    mutation Respond($id: ID!, $accept: Boolean!) {
  respondToInvitation(invitationId: $id, accept: $accept) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<RespondMutation, RespondMutationVariables>;
export const WithdrawInvitationDocument = new TypedDocumentString(`
    mutation WithdrawInvitation($id: ID!) {
  withdrawInvitation(invitationId: $id) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<WithdrawInvitationMutation, WithdrawInvitationMutationVariables>;
export const SendDocument = new TypedDocumentString(`
    mutation Send($id: ID!, $body: String!) {
  sendMessage(invitationId: $id, body: $body) {
    id
  }
}
    `) as unknown as TypedDocumentString<SendMutation, SendMutationVariables>;
export const ReviewClaimDocument = new TypedDocumentString(`
    mutation ReviewClaim($id: ID!, $approve: Boolean!, $reason: String) {
  reviewClaim(claimId: $id, approve: $approve, reason: $reason) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<ReviewClaimMutation, ReviewClaimMutationVariables>;
export const DeleteAccountDocument = new TypedDocumentString(`
    mutation DeleteAccount {
  deleteAccount
}
    `) as unknown as TypedDocumentString<DeleteAccountMutation, DeleteAccountMutationVariables>;
export const GrowthDocument = new TypedDocumentString(`
    query Growth($id: ID!, $limits: NeighbourhoodLimits) {
  neighbourhood(center: $id, limits: $limits) {
    center {
      __typename
      id
    }
    nodes {
      ...DrawnNode
    }
    totals {
      works
      topics
      institutions
      researchers
    }
  }
}
    fragment DrawnNode on GraphNode {
  id
  type
  label
  weight
  year
  distance
}`) as unknown as TypedDocumentString<GrowthQuery, GrowthQueryVariables>;
export const EdgesAmongDocument = new TypedDocumentString(`
    query EdgesAmong($ids: [ID!]!) {
  subgraph(ids: $ids) {
    edges {
      ...DrawnEdge
    }
  }
}
    fragment DrawnEdge on GraphEdge {
  id
  source
  target
  type
  weight
}`) as unknown as TypedDocumentString<EdgesAmongQuery, EdgesAmongQueryVariables>;
export const ChosenDocument = new TypedDocumentString(`
    query Chosen($id: ID!, $way: [ID!]!) {
  node(id: $id) {
    ...NodeLink
    ... on Researcher {
      headline
      stats {
        citations
        hIndex
        firstYear
        lastYear
      }
    }
    ... on Work {
      abstract
      citationCount
      byline
    }
    ... on Topic {
      description
      subfield
    }
    ... on Institution {
      ror
    }
  }
  neighbourhood(
    center: $id
    limits: {works: 0, topics: 0, institutions: 0, researchers: 0}
  ) {
    center {
      __typename
      id
    }
    totals {
      works
      topics
      institutions
      researchers
    }
  }
  subgraph(ids: $way) {
    edges {
      ...DrawnEdge
      sources
      works(first: 5) {
        id
        title
        year
      }
    }
  }
}
    fragment DrawnEdge on GraphEdge {
  id
  source
  target
  type
  weight
}
fragment NodeLink on Node {
  __typename
  id
  ... on Researcher {
    name
    affiliation {
      id
      name
    }
    stats {
      works
    }
  }
  ... on Work {
    title
    titleText
    year
    source
    type
  }
  ... on Topic {
    name
    field
    worksCount
  }
  ... on Institution {
    name
    country
    worksCount
  }
}`) as unknown as TypedDocumentString<ChosenQuery, ChosenQueryVariables>;
export const FindPathDocument = new TypedDocumentString(`
    query FindPath($from: ID!, $to: ID!, $via: [EdgeType!]) {
  path(from: $from, to: $to, via: $via) {
    length
    nodes {
      ...NodeLink
      ... on Work {
        citationCount
      }
    }
    edges {
      ...DrawnEdge
      works(first: 3) {
        id
        title
        year
      }
    }
  }
}
    fragment DrawnEdge on GraphEdge {
  id
  source
  target
  type
  weight
}
fragment NodeLink on Node {
  __typename
  id
  ... on Researcher {
    name
    affiliation {
      id
      name
    }
    stats {
      works
    }
  }
  ... on Work {
    title
    titleText
    year
    source
    type
  }
  ... on Topic {
    name
    field
    worksCount
  }
  ... on Institution {
    name
    country
    worksCount
  }
}`) as unknown as TypedDocumentString<FindPathQuery, FindPathQueryVariables>;
export const NamesDocument = new TypedDocumentString(`
    query Names($ids: [ID!]!) {
  nodes(ids: $ids) {
    ...NodeLink
  }
}
    fragment NodeLink on Node {
  __typename
  id
  ... on Researcher {
    name
    affiliation {
      id
      name
    }
    stats {
      works
    }
  }
  ... on Work {
    title
    titleText
    year
    source
    type
  }
  ... on Topic {
    name
    field
    worksCount
  }
  ... on Institution {
    name
    country
    worksCount
  }
}`) as unknown as TypedDocumentString<NamesQuery, NamesQueryVariables>;
export const SliceDocument = new TypedDocumentString(`
    query Slice($id: ID!, $limits: NeighbourhoodLimits, $filter: NeighbourhoodFilter, $depth: Int = 1) {
  neighbourhood(center: $id, limits: $limits, filter: $filter, depth: $depth) {
    center {
      __typename
      id
    }
    nodes {
      id
      type
      label
      weight
      year
      distance
    }
    edges {
      id
      source
      target
      type
      weight
    }
    totals {
      works
      topics
      institutions
      researchers
    }
  }
}
    `) as unknown as TypedDocumentString<SliceQuery, SliceQueryVariables>;
export const ConnectionDocument = new TypedDocumentString(`
    query Connection($ids: [ID!]!, $node: ID!) {
  subgraph(ids: $ids) {
    edges {
      id
      source
      target
      type
      weight
      sources
      works(first: 4) {
        id
        title
        year
      }
    }
  }
  node(id: $node) {
    ...NodeLink
    ... on Work {
      abstract
      citationCount
    }
    ... on Topic {
      description
    }
  }
}
    fragment NodeLink on Node {
  __typename
  id
  ... on Researcher {
    name
    affiliation {
      id
      name
    }
    stats {
      works
    }
  }
  ... on Work {
    title
    titleText
    year
    source
    type
  }
  ... on Topic {
    name
    field
    worksCount
  }
  ... on Institution {
    name
    country
    worksCount
  }
}`) as unknown as TypedDocumentString<ConnectionQuery, ConnectionQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home($first: Int = 6, $example: ID!) {
  graph {
    counts {
      researchers
      works
      topics
      institutions
      coauthorEdges
    }
    sources {
      name
      records
      lastImportAt
    }
  }
  cited: researchers(first: $first, orderBy: {by: CITATIONS, direction: DESC}) {
    nodes {
      id
      name
      stats {
        works
        citations
      }
    }
  }
  busy: researchers(first: $first) {
    nodes {
      id
      name
      stats {
        works
        citations
      }
    }
  }
  topics(first: $first) {
    nodes {
      id
      name
      worksCount
    }
  }
  institutions(first: $first) {
    nodes {
      id
      name
      worksCount
    }
  }
  example: researcher(id: $example) {
    id
    name
    stats {
      works
    }
  }
}
    `) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $types: [NodeType!], $first: Int = 8) {
  search(query: $text, types: $types, first: $first) {
    edges {
      highlight
      node {
        ...NodeLink
      }
    }
  }
}
    fragment NodeLink on Node {
  __typename
  id
  ... on Researcher {
    name
    affiliation {
      id
      name
    }
    stats {
      works
    }
  }
  ... on Work {
    title
    titleText
    year
    source
    type
  }
  ... on Topic {
    name
    field
    worksCount
  }
  ... on Institution {
    name
    country
    worksCount
  }
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const InstitutionProfileDocument = new TypedDocumentString(`
    query InstitutionProfile($id: ID!) {
  institution(id: $id) {
    id
    name
    ror
    country
    type
    homepage
    worksCount
    topics(first: 8) {
      id
      name
    }
    partners(first: 8) {
      works
      institution {
        id
        name
        country
      }
    }
    researchers(first: 8) {
      totalCount
      nodes {
        id
        name
        stats {
          works
        }
      }
    }
    provenance {
      source
      sourceId
      importedAt
      url
    }
    missing {
      field
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<InstitutionProfileQuery, InstitutionProfileQueryVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  viewer {
    id
    name
    researcher {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const MeAndResearcherDocument = new TypedDocumentString(`
    query MeAndResearcher($id: ID!) {
  viewer {
    id
    claims {
      id
      status
      researcher {
        id
      }
    }
  }
  researcher(id: $id) {
    id
    viewerFollows
    viewerCanInvite
    inviteBlockedReason
    claimStatus
    stats {
      followers
    }
  }
}
    `) as unknown as TypedDocumentString<MeAndResearcherQuery, MeAndResearcherQueryVariables>;
export const FollowDocument = new TypedDocumentString(`
    mutation Follow($id: ID!) {
  followResearcher(researcherId: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<FollowMutation, FollowMutationVariables>;
export const UnfollowDocument = new TypedDocumentString(`
    mutation Unfollow($id: ID!) {
  unfollowResearcher(researcherId: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<UnfollowMutation, UnfollowMutationVariables>;
export const ClaimDocument = new TypedDocumentString(`
    mutation Claim($id: ID!, $evidence: String) {
  claimResearcher(researcherId: $id, evidence: $evidence) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<ClaimMutation, ClaimMutationVariables>;
export const WithdrawClaimDocument = new TypedDocumentString(`
    mutation WithdrawClaim($id: ID!) {
  withdrawClaim(claimId: $id) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<WithdrawClaimMutation, WithdrawClaimMutationVariables>;
export const InviteDocument = new TypedDocumentString(`
    mutation Invite($id: ID!, $message: String!) {
  inviteToCollaborate(researcherId: $id, message: $message) {
    id
  }
}
    `) as unknown as TypedDocumentString<InviteMutation, InviteMutationVariables>;
export const ResearcherProfileDocument = new TypedDocumentString(`
    query ResearcherProfile($id: ID!) {
  researcher(id: $id) {
    id
    name
    otherNames
    headline
    orcid
    affiliation {
      id
      name
      country
    }
    openToCollaborate
    claimStatus
    verification {
      level
      reasons
      next
    }
    trust {
      score
      band
      formula
      components {
        name
        points
        maximum
        explanation
      }
    }
    stats {
      works
      citations
      hIndex
      followers
      topics
      collaborators
      closeCollaborators
      firstYear
      lastYear
    }
    provenance {
      source
      sourceId
      importedAt
      url
    }
    missing {
      field
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<ResearcherProfileQuery, ResearcherProfileQueryVariables>;
export const ResearcherIdentityDocument = new TypedDocumentString(`
    query ResearcherIdentity($id: ID!) {
  researcher(id: $id) {
    id
    identity {
      consistent
      explanation
      groups {
        workIds
        years
        confidence
        reasons
        topics {
          id
          name
        }
        collaborators {
          id
          name
        }
        works(first: 3) {
          totalCount
          nodes {
            id
            title
            year
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ResearcherIdentityQuery, ResearcherIdentityQueryVariables>;
export const ResearcherConnectionsDocument = new TypedDocumentString(`
    query ResearcherConnections($id: ID!) {
  researcher(id: $id) {
    id
    topics(first: 8) {
      totalCount
      edges {
        works
        share
        node {
          id
          name
        }
      }
    }
    collaborators(first: 8) {
      totalCount
      edges {
        works
        firstYear
        lastYear
        node {
          id
          name
        }
      }
    }
    affiliations {
      current
      fromYear
      toYear
      institution {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ResearcherConnectionsQuery, ResearcherConnectionsQueryVariables>;
export const TopicProfileDocument = new TypedDocumentString(`
    query TopicProfile($id: ID!) {
  topic(id: $id) {
    id
    name
    description
    subfield
    field
    domain
    worksCount
    researchers(first: 8) {
      totalCount
      edges {
        works
        share
        node {
          id
          name
        }
      }
    }
    provenance {
      source
      sourceId
      importedAt
      url
    }
    missing {
      field
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<TopicProfileQuery, TopicProfileQueryVariables>;
export const WorkProfileDocument = new TypedDocumentString(`
    query WorkProfile($id: ID!) {
  work(id: $id) {
    ...WorkSummary
    date
    topics {
      score
      topic {
        id
        name
      }
    }
    institutions {
      id
      name
      country
    }
    provenance {
      source
      sourceId
      importedAt
      url
    }
    missing {
      field
      reason
    }
    references(first: 10) {
      totalCount
      nodes {
        id
        title
        year
        byline
      }
    }
    citedBy(first: 10) {
      totalCount
      nodes {
        id
        title
        year
        byline
      }
    }
  }
}
    fragment WorkSummary on Work {
  id
  title
  titleText
  type
  year
  source
  abstract
  doi
  arxivId
  openAccessUrl
  citationCount
  retracted
  byline
  authors(first: 12) {
    totalCount
    edges {
      name
      position
      node {
        id
      }
    }
  }
}`) as unknown as TypedDocumentString<WorkProfileQuery, WorkProfileQueryVariables>;
export const RelatedWorksDocument = new TypedDocumentString(`
    query RelatedWorks($id: ID!) {
  work(id: $id) {
    id
    related(first: 5) {
      id
      title
      year
      byline
    }
  }
}
    `) as unknown as TypedDocumentString<RelatedWorksQuery, RelatedWorksQueryVariables>;
export const WorksOfResearcherDocument = new TypedDocumentString(`
    query WorksOfResearcher($id: ID!, $first: Int!, $after: String, $filter: WorkFilter, $orderBy: WorkOrder) {
  owner: researcher(id: $id) {
    works(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      ...WorkPage
    }
  }
}
    fragment WorkSummary on Work {
  id
  title
  titleText
  type
  year
  source
  abstract
  doi
  arxivId
  openAccessUrl
  citationCount
  retracted
  byline
  authors(first: 12) {
    totalCount
    edges {
      name
      position
      node {
        id
      }
    }
  }
}
fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkSummary
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<WorksOfResearcherQuery, WorksOfResearcherQueryVariables>;
export const FacetsOfResearcherDocument = new TypedDocumentString(`
    query FacetsOfResearcher($id: ID!) {
  owner: researcher(id: $id) {
    works(first: 0) {
      totalCount
      ...WorkFacets
    }
  }
}
    fragment WorkFacets on WorkConnection {
  facets {
    years {
      year
      works
    }
    types {
      value
      works
    }
    topics(first: 12) {
      works
      topic {
        id
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<FacetsOfResearcherQuery, FacetsOfResearcherQueryVariables>;
export const WorksOfTopicDocument = new TypedDocumentString(`
    query WorksOfTopic($id: ID!, $first: Int!, $after: String, $filter: WorkFilter, $orderBy: WorkOrder) {
  owner: topic(id: $id) {
    works(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      ...WorkPage
    }
  }
}
    fragment WorkSummary on Work {
  id
  title
  titleText
  type
  year
  source
  abstract
  doi
  arxivId
  openAccessUrl
  citationCount
  retracted
  byline
  authors(first: 12) {
    totalCount
    edges {
      name
      position
      node {
        id
      }
    }
  }
}
fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkSummary
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<WorksOfTopicQuery, WorksOfTopicQueryVariables>;
export const FacetsOfTopicDocument = new TypedDocumentString(`
    query FacetsOfTopic($id: ID!) {
  owner: topic(id: $id) {
    works(first: 0) {
      totalCount
      ...WorkFacets
    }
  }
}
    fragment WorkFacets on WorkConnection {
  facets {
    years {
      year
      works
    }
    types {
      value
      works
    }
    topics(first: 12) {
      works
      topic {
        id
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<FacetsOfTopicQuery, FacetsOfTopicQueryVariables>;
export const WorksOfInstitutionDocument = new TypedDocumentString(`
    query WorksOfInstitution($id: ID!, $first: Int!, $after: String, $filter: WorkFilter, $orderBy: WorkOrder) {
  owner: institution(id: $id) {
    works(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      ...WorkPage
    }
  }
}
    fragment WorkSummary on Work {
  id
  title
  titleText
  type
  year
  source
  abstract
  doi
  arxivId
  openAccessUrl
  citationCount
  retracted
  byline
  authors(first: 12) {
    totalCount
    edges {
      name
      position
      node {
        id
      }
    }
  }
}
fragment WorkPage on WorkConnection {
  totalCount
  nodes {
    ...WorkSummary
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<WorksOfInstitutionQuery, WorksOfInstitutionQueryVariables>;
export const FacetsOfInstitutionDocument = new TypedDocumentString(`
    query FacetsOfInstitution($id: ID!) {
  owner: institution(id: $id) {
    works(first: 0) {
      totalCount
      ...WorkFacets
    }
  }
}
    fragment WorkFacets on WorkConnection {
  facets {
    years {
      year
      works
    }
    types {
      value
      works
    }
    topics(first: 12) {
      works
      topic {
        id
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<FacetsOfInstitutionQuery, FacetsOfInstitutionQueryVariables>;