metadata description = 'All of Homeward, at resource group scope. Networks, DNS zones, workspace and vault are made here unless existing ones are named.'

import { keySecrets } from 'names.bicep'

@minLength(1)
@maxLength(40)
param environmentName string
param location string = resourceGroup().location
param tags object = {}

@description('Object id of who deploys; see main.bicep.')
param principalId string = ''
@allowed(['User', 'ServicePrincipal'])
param principalType string = 'User'
param privateNetworking bool = false
param signInClientId string = ''
param alertEmail string = ''

@description('Existing subnet for the app, delegated to Microsoft.App/environments. With privateNetworking and without it, a network is made.')
param existingAppSubnetId string = ''
@description('Existing subnet for private endpoints.')
param existingEndpointSubnetId string = ''
@description('Existing private DNS zones, by zone name: { \'privatelink.vaultcore.azure.net\': \'/subscriptions/…\' }. Those that are absent are made.')
param existingDnsZones object = {}
@description('Existing Log Analytics workspace. Empty: one is made.')
param existingWorkspaceId string = ''
@description('Existing Key Vault, with RBAC and purge protection. Empty: one is made.')
param existingVaultId string = ''

@description('Days that uploaded files are kept; settings.json says the same number.')
@minValue(1)
param landingDays int = 90
@description('Days in which deleted files can be brought back.')
@minValue(1)
@maxValue(365)
param softDeleteDays int = 14
@description('Days that the log of who read the lake is kept.')
param accessLogDays int = 365

@description('Public address ranges from which trusts upload, with privateNetworking only. Empty: from anywhere, or with privateNetworking from nowhere but the network.')
param uploadRanges array = []
@description('Trusts that upload by SFTP: { provider, publicKey, groupId }. Empty: SFTP is off.')
param sftpProviders array = []
@description('Who reads what: { container, groupId } of an Entra group.')
param readers array = []
@description('Entra group whose members may run homeward grant. Empty: nobody.')
param grantorGroupId string = ''
@description('Names of the secrets that sources.csv refers to: each is the secret pull-{name} of the vault.')
param pullSecrets array = []
@description('Id of the lake key, where it was set by hand. Empty: worked out from the key.')
param keyId string = ''
@description('OpenTelemetry collector. Empty: Application Insights only.')
param otlpEndpoint string = ''
@allowed([2048, 4096])
param instanceMemoryMB int = 4096
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

var abbreviations = loadJsonContent('./abbreviations.json')
var token = toLower(uniqueString(resourceGroup().id, environmentName, location))
var makesNetwork = privateNetworking && empty(existingAppSubnetId)
var makesVault = empty(existingVaultId)
var vaultParts = split(
  makesVault ? resourceId('Microsoft.KeyVault/vaults', '${abbreviations.keyVaultVaults}${token}') : existingVaultId,
  '/'
)
var vaultUri = 'https://${vaultParts[8]}${environment().suffixes.keyvaultDns}'
var endpointSubnetId = privateNetworking
  ? (makesNetwork ? network!.outputs.endpointSubnetId : existingEndpointSubnetId)
  : ''

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${abbreviations.managedIdentityUserAssignedIdentities}${token}'
  location: location
  tags: tags
}

module network 'modules/network.bicep' = if (makesNetwork) {
  name: 'network'
  params: {
    name: '${abbreviations.networkVirtualNetworks}${token}'
    location: location
    tags: tags
  }
}

module dns 'modules/dns.bicep' = if (privateNetworking) {
  name: 'dns'
  params: {
    networkId: split(makesNetwork ? network!.outputs.appSubnetId : existingAppSubnetId, '/subnets/')[0]
    existing: existingDnsZones
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    insightsName: '${abbreviations.insightsComponents}${token}'
    workspaceName: '${abbreviations.operationalInsightsWorkspaces}${token}'
    existingWorkspaceId: existingWorkspaceId
    publisherId: identity.properties.principalId
    location: location
    tags: tags
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    actionGroupName: '${abbreviations.insightsActionGroups}${token}'
    insightsId: monitoring.outputs.insightsId
    email: alertEmail
    location: location
    tags: tags
  }
}

module vault 'modules/vault.bicep' = if (makesVault) {
  name: 'vault'
  params: {
    name: vaultParts[8]
    workspaceId: monitoring.outputs.workspaceId
    private: privateNetworking
    location: location
    tags: tags
  }
}

module vaultRoles 'modules/vault-roles.bicep' = {
  name: 'vault-roles'
  scope: resourceGroup(vaultParts[2], vaultParts[4])
  params: {
    vaultName: vaultParts[8]
    readerId: identity.properties.principalId
    officerId: principalId
    officerType: principalType
  }
  dependsOn: [vault]
}

module host 'modules/host-storage.bicep' = {
  name: 'host-storage'
  params: {
    name: '${abbreviations.storageStorageAccounts}host${token}'
    softDeleteDays: softDeleteDays
    private: privateNetworking
    appPrincipalId: identity.properties.principalId
    location: location
    tags: tags
  }
}

module lake 'modules/lake-storage.bicep' = {
  name: 'lake-storage'
  params: {
    name: '${abbreviations.storageStorageAccounts}lake${token}'
    landingDays: landingDays
    softDeleteDays: softDeleteDays
    accessLogDays: accessLogDays
    private: privateNetworking
    uploadRanges: uploadRanges
    sftpProviders: sftpProviders
    workspaceId: monitoring.outputs.workspaceId
    location: location
    tags: tags
  }
}

module lakeRoles 'modules/lake-roles.bicep' = {
  name: 'lake-roles'
  params: {
    lakeName: lake.outputs.name
    appPrincipalId: identity.properties.principalId
    readers: readers
    grantorGroupId: grantorGroupId
    proberId: principalId
    proberType: principalType
  }
}

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  params: {
    name: '${abbreviations.webSitesFunctions}${token}'
    planName: '${abbreviations.webServerFarms}${token}'
    identityId: identity.id
    identityClientId: identity.properties.clientId
    hostAccountName: host.outputs.name
    lakeAccountName: lake.outputs.name
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    lakeKeyUri: '${vaultUri}/secrets/${keySecrets.lake}'
    trustKeyUri: '${vaultUri}/secrets/${keySecrets.trust}'
    pullSecretUris: toObject(
      pullSecrets,
      secret => secret,
      secret => '${vaultUri}/secrets/${keySecrets.pullPrefix}${secret}'
    )
    keyId: keyId
    otlpEndpoint: otlpEndpoint
    signInClientId: signInClientId
    subnetId: privateNetworking ? (makesNetwork ? network!.outputs.appSubnetId : existingAppSubnetId) : ''
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    location: location
    tags: tags
  }
  dependsOn: [vaultRoles, lakeRoles]
}

module events 'modules/events.bicep' = {
  name: 'events'
  params: {
    topicName: '${abbreviations.eventGridSystemTopics}${token}'
    lakeName: lake.outputs.name
    hostAccountName: host.outputs.name
    location: location
    tags: tags
  }
}

// By webhook, the subscription needs the deployed app: infra/scripts/wire-events.sh makes it after each deployment.
module arrivals 'modules/arrivals.bicep' = if (privateNetworking) {
  name: 'arrivals'
  params: {
    delivery: 'queue'
    topicName: events.outputs.topicName
    hostAccountName: host.outputs.name
    functionAppName: functionApp.outputs.name
  }
}

var endpoints = [
  { resource: 'host', service: 'blob', zone: 'privatelink.blob.${environment().suffixes.storage}' }
  { resource: 'host', service: 'queue', zone: 'privatelink.queue.${environment().suffixes.storage}' }
  { resource: 'host', service: 'table', zone: 'privatelink.table.${environment().suffixes.storage}' }
  { resource: 'lake', service: 'blob', zone: 'privatelink.blob.${environment().suffixes.storage}' }
  { resource: 'lake', service: 'dfs', zone: 'privatelink.dfs.${environment().suffixes.storage}' }
  { resource: 'lake', service: 'queue', zone: 'privatelink.queue.${environment().suffixes.storage}' }
  { resource: 'app', service: 'sites', zone: 'privatelink.azurewebsites.net' }
]

module privateEndpoints 'modules/private-endpoint.bicep' = [
  for endpoint in endpoints: if (privateNetworking) {
    name: 'endpoint-${endpoint.resource}-${endpoint.service}'
    params: {
      name: '${abbreviations.networkPrivateEndpoints}${endpoint.resource}-${endpoint.service}-${token}'
      targetId: endpoint.resource == 'app'
        ? functionApp.outputs.id
        : endpoint.resource == 'host' ? host.outputs.id : lake.outputs.id
      service: endpoint.service
      subnetId: endpointSubnetId
      zoneId: dns!.outputs.zoneIds[endpoint.zone]
      location: location
      tags: tags
    }
  }
]

module vaultEndpoint 'modules/private-endpoint.bicep' = if (privateNetworking && makesVault) {
  name: 'endpoint-vault'
  params: {
    name: '${abbreviations.networkPrivateEndpoints}vault-${token}'
    targetId: vault!.outputs.id
    service: 'vault'
    subnetId: endpointSubnetId
    zoneId: dns!.outputs.zoneIds['privatelink.vaultcore.azure.net']
    location: location
    tags: tags
  }
}

output functionAppName string = functionApp.outputs.name
output functionAppUrl string = functionApp.outputs.url
output hostAccountName string = host.outputs.name
output lakeAccountName string = lake.outputs.name
output vaultName string = vaultParts[8]
output systemTopicName string = events.outputs.topicName
output workspaceCustomerId string = monitoring.outputs.workspaceCustomerId
