metadata description = 'The function app: a custom handler on Flex Consumption.'

import { hostContainers } from '../names.bicep'

param name string
param planName string
param identityId string
param identityClientId string
param hostAccountName string
param lakeAccountName string
param insightsConnectionString string
param lakeKeyUri string
param trustKeyUri string
@description('Secret URIs by name in sources.csv.')
param pullSecretUris object
param keyId string
param otlpEndpoint string
@description('Empty: every HTTP request is refused.')
param signInClientId string
@description('Empty: no private networking.')
param subnetId string
param instanceMemoryMB int
param maximumInstanceCount int
param location string
param tags object

var pulls = toObject(
  items(pullSecretUris),
  secret => 'Secrets__${secret.key}',
  secret => '@Microsoft.KeyVault(SecretUri=${secret.value})'
)
var private = !empty(subnetId)

resource host 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: hostAccountName
}

resource lake 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: lakeAccountName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    virtualNetworkSubnetId: private ? subnetId : null
    functionAppConfig: {
      runtime: {
        name: 'custom'
        version: '1.0'
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${host.properties.primaryEndpoints.blob}${hostContainers.package}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(
      {
        AzureWebJobsStorage__blobServiceUri: host.properties.primaryEndpoints.blob
        AzureWebJobsStorage__queueServiceUri: host.properties.primaryEndpoints.queue
        AzureWebJobsStorage__tableServiceUri: host.properties.primaryEndpoints.table
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identityClientId
        LakeStorage__blobServiceUri: lake.properties.primaryEndpoints.blob
        LakeStorage__queueServiceUri: lake.properties.primaryEndpoints.queue
        LakeStorage__credential: 'managedidentity'
        LakeStorage__clientId: identityClientId
        AZURE_CLIENT_ID: identityClientId
        HOMEWARD_LAKE_KEY: '@Microsoft.KeyVault(SecretUri=${lakeKeyUri})'
        HOMEWARD_TRUST_KEY: '@Microsoft.KeyVault(SecretUri=${trustKeyUri})'
        HOMEWARD_KEY_ID: keyId
        OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint
        APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      },
      pulls
    )
  }

  resource signIn 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: {
        enabled: !empty(signInClientId)
      }
      globalValidation: {
        requireAuthentication: true
        unauthenticatedClientAction: 'Return401'
        // Event Grid proves itself with the blob extension's key.
        excludedPaths: ['/runtime/webhooks/blobs']
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: !empty(signInClientId)
          registration: {
            clientId: signInClientId
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: {
            allowedAudiences: ['api://${signInClientId}', signInClientId]
          }
        }
      }
      login: {
        tokenStore: {
          enabled: false
        }
      }
    }
  }
}

resource noFtpPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noScmPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

output id string = app.id
output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
