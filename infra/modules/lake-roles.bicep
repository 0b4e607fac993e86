metadata description = 'Who may do what in the lake: every role is of one container, or of less.'

import { lakeQueues, roles, zones } from '../names.bicep'

param lakeName string
param appPrincipalId string
@description('{ container, groupId } of Entra groups that read.')
param readers array
@description('Who may run homeward grant. Empty: nobody.')
param grantorGroupId string
@description('Who uploads the probe after a deployment. Empty: nobody.')
param proberId string
param proberType string

var roleOf = {
  read: roles.blobDataReader
  write: roles.blobDataContributor
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: lakeName
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' existing = {
  parent: account
  name: 'default'
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' existing = [
  for zone in zones: {
    parent: blobs
    name: zone.name
  }
]

resource landing 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' existing = {
  parent: blobs
  name: 'landing'
}

resource readable 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' existing = [
  for reader in readers: {
    parent: blobs
    name: reader.container
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2023-05-01' existing = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01' existing = [
  for queue in lakeQueues: {
    parent: queueService
    name: queue
  }
]

resource appOnContainers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (zone, i) in zones: {
    name: guid(containers[i].id, appPrincipalId, roleOf[zone.access])
    scope: containers[i]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleOf[zone.access])
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource appOnQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queue, i) in lakeQueues: {
    name: guid(queues[i].id, appPrincipalId, roles.queueDataContributor)
    scope: queues[i]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueDataContributor)
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource people 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (reader, i) in readers: {
    name: guid(readable[i].id, reader.groupId, roles.blobDataReader)
    scope: readable[i]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataReader)
      principalId: reader.groupId
      principalType: 'Group'
    }
  }
]

// A delegation SAS gives no more than its maker has: to create and write in landing, not to read it.
resource uploader 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (!empty(grantorGroupId)) {
  name: guid(resourceGroup().id, 'homeward-uploader')
  properties: {
    roleName: 'Homeward uploader (${lakeName})'
    description: 'May create and write blobs, not read, list or delete them.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
        ]
        notDataActions: []
      }
    ]
  }
}

resource grantorWrites 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(grantorGroupId)) {
  name: guid(landing.id, grantorGroupId, 'homeward-uploader')
  scope: landing
  properties: {
    roleDefinitionId: uploader.id
    principalId: grantorGroupId
    principalType: 'Group'
  }
}

resource grantorSigns 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(grantorGroupId)) {
  name: guid(account.id, grantorGroupId, roles.blobDelegator)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDelegator)
    principalId: grantorGroupId
    principalType: 'Group'
  }
}

// The probe of infra/scripts/wire-events.sh: nothing of landing but what begins with _probe/, which is no provider's code.
resource probe 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(proberId)) {
  name: guid(landing.id, proberId, 'homeward-probe')
  scope: landing
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
    principalId: proberId
    principalType: proberType
    conditionVersion: '2.0'
    condition: '@Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path] StringLike \'_probe/*\''
  }
}
