metadata description = 'Names that the app and the templates share. A test holds each list against the app\'s own code.'

@export()
@description('Containers of the lake, and what the app may do in each: write = read, write and delete; read = read only.')
var zones = [
  { name: 'landing', access: 'write' }
  { name: 'curated', access: 'write' }
  { name: 'marts', access: 'write' }
  { name: 'restricted', access: 'write' }
  { name: 'casework', access: 'write' }
  { name: 'feedback', access: 'write' }
  { name: 'published', access: 'write' }
  { name: 'reference', access: 'read' }
]

@export()
@description('Queues of the host account.')
var hostQueues = [
  'landing-events'
  'landing-events-poison'
  'compute'
  'compute-poison'
  'summarise'
  'summarise-poison'
]

@export()
@description('Queues of the lake account: the Functions host puts failed blob events into the account that the trigger watches.')
var lakeQueues = [
  'webjobs-blobtrigger-poison'
]

@export()
@description('Tables of the host account: the ledger.')
var ledgerTables = [
  'submissions'
  'runs'
]

@export()
@description('Containers of the host account: the app\'s package, and events that could not be delivered.')
var hostContainers = {
  package: 'app-package'
  deadLetters: 'dead-letters'
}

@export()
@description('How the arrival of a manifest is told from every other event of the lake.')
var manifestEvents = {
  queue: 'landing-events'
  function: 'IngestSubmission'
  eventType: 'Microsoft.Storage.BlobCreated'
  subjectBegins: '/blobServices/default/containers/landing/blobs/'
  subjectEnds: '/submission.csv'
  apis: [
    'PutBlob'
    'PutBlockList'
    'CopyBlob'
    'FlushWithClose'
    'SftpCommit'
  ]
}

@export()
@description('Secrets of the vault that the app reads.')
var keySecrets = {
  lake: 'lake-key'
  trust: 'trust-key'
  pullPrefix: 'pull-'
}

@export()
@description('Built-in roles: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles')
var roles = {
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  blobDataReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
  blobDelegator: 'db58b8e5-c6ad-4a2a-8342-4190687cbf4a'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  queueMessageSender: 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  secretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  secretsOfficer: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
}
