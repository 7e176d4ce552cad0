// Adds a message to the conversation of an invitation.
// $id; $invitation: id; $role: SENDER or RECIPIENT of the invitation; $body; $now
// Columns: none
MATCH (i:Invitation {id: $invitation})
MERGE (m:Message {id: $id})
ON CREATE SET m.role = $role, m.body = $body, m.sentAt = $now
MERGE (m)-[:IN]->(i)
