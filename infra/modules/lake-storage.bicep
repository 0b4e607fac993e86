metadata description = 'The hierarchical account of the lake: a container per zone, retention, the log of who read what, SFTP where wanted.'

import { lakeQueues, zones } from '../names.bicep'

param name string
param landingDays int
param softDeleteDays int
param accessLogDays int
param private bool
@description('Public address ranges that may connect, with private only. Empty: all, or with private none.')
param uploadRanges array
param sftpProviders array
param workspaceId string
param location string
param tags object

// The app comes from addresses of its own that no range can name: it gets past a firewall by private endpoint only.
var restricted = private || empty(uploadRanges)
  ? private
  : fail('uploadRanges needs privateNetworking: without it the firewall would shut out the app itself.')
var workspaceParts = split(workspaceId, '/')

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: {
    isHnsEnabled: true
    isSftpEnabled: !empty(sftpProviders)
    isLocalUserEnabled: !empty(sftpProviders)
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    sasPolicy: {
      sasExpirationPeriod: '7.00:00:00'
      expirationAction: 'Log'
    }
    publicNetworkAccess: private && empty(uploadRanges) ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: restricted ? 'Deny' : 'Allow'
      bypass: 'AzureServices'
      ipRules: [
        for range in uploadRanges: {
          value: range
          action: 'Allow'
        }
      ]
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [
  for zone in zones: {
    parent: blobs
    name: zone.name
    properties: {
      publicAccess: 'None'
    }
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01' = [
  for queue in lakeQueues: {
    parent: queueService
    name: queue
  }
]

resource retention 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'landing'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['landing/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: landingDays
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [containers]
}

resource accessLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'access-log'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [
      for category in ['StorageRead', 'StorageWrite', 'StorageDelete']: {
        category: category
        enabled: true
      }
    ]
  }
}

module accessLogRetention 'log-retention.bicep' = {
  name: 'access-log-retention'
  scope: resourceGroup(workspaceParts[2], workspaceParts[4])
  params: {
    workspaceName: workspaceParts[8]
    table: 'StorageBlobLogs'
    days: accessLogDays
  }
  dependsOn: [accessLog]
}

// A local user reaches what the ACL of its directory lets it reach, and nothing by container permission:
// infra/scripts/sftp-directories.sh sets that ACL.
resource sftpUsers 'Microsoft.Storage/storageAccounts/localUsers@2023-05-01' = [
  for trust in sftpProviders: {
    parent: account
    name: toLower(trust.provider)
    properties: {
      homeDirectory: 'landing/${trust.provider}'
      allowAclAuthorization: true
      groupId: trust.groupId
      hasSshKey: true
      hasSshPassword: false
      hasSharedKey: false
      sshAuthorizedKeys: [
        {
          description: trust.provider
          key: trust.publicKey
        }
      ]
      permissionScopes: []
    }
    dependsOn: [containers]
  }
]

output id string = account.id
output name string = account.name
