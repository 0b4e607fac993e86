metadata description = 'Homeward in a resource group of its own. To put it into what an organisation has already, deploy app.bicep alone.'

targetScope = 'subscription'

@minLength(1)
@maxLength(40)
@description('Names the deployment and its resources.')
param environmentName string

@minLength(1)
@description('Region of everything, data included. UK South keeps patient data in England.')
@metadata({
  azd: {
    type: 'location'
  }
})
param location string = 'uksouth'

@description('Object id of the person or pipeline that deploys: may put the keys into the vault and upload the probe. Empty: nobody.')
param principalId string = ''

@description('Reach storage, vault and app by private endpoints only.')
param privateNetworking bool = false

@description('Application (client) id of the app registration that people sign in with. Empty: every HTTP request is refused.')
param signInClientId string = ''

@description('Who is told when something needs a person. Empty: alerts fire without an e-mail.')
param alertEmail string = ''

@allowed(['User', 'ServicePrincipal'])
@description('What principalId is the id of.')
param principalType string = 'User'

@description('Who reads what: { container, groupId } of an Entra group.')
param readers array = []

@description('Entra group whose members may run homeward grant. Empty: nobody.')
param grantorGroupId string = ''

@description('Names of the secrets that sources.csv refers to: each is the secret pull-{name} of the vault.')
param pullSecrets array = []

@description('Public address ranges from which trusts upload, with privateNetworking only. Empty: from anywhere, or with privateNetworking from nowhere but the network.')
param uploadRanges array = []

@description('Trusts that upload by SFTP: { provider, publicKey, groupId }. Empty: SFTP is off.')
param sftpProviders array = []

@minValue(1)
@description('Days that uploaded files are kept; settings.json says the same number.')
param landingDays int = 90

@minValue(1)
@maxValue(365)
@description('Days in which deleted files can be brought back.')
param softDeleteDays int = 14

@description('Days that the log of who read the lake is kept.')
param accessLogDays int = 365

@description('Id of the lake key, where it was set by hand. Empty: worked out from the key.')
param keyId string = ''

@description('OpenTelemetry collector. Empty: Application Insights only.')
param otlpEndpoint string = ''

@allowed([2048, 4096])
param instanceMemoryMB int = 4096

@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Name of the resource group. Empty: made from the environment\'s name.')
param resourceGroupName string = ''

var abbreviations = loadJsonContent('./abbreviations.json')
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: empty(resourceGroupName) ? '${abbreviations.resourcesResourceGroups}${environmentName}' : resourceGroupName
  location: location
  tags: tags
}

module app 'app.bicep' = {
  name: 'homeward'
  scope: group
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    principalId: principalId
    principalType: principalType
    privateNetworking: privateNetworking
    signInClientId: signInClientId
    alertEmail: alertEmail
    readers: readers
    grantorGroupId: grantorGroupId
    pullSecrets: pullSecrets
    uploadRanges: uploadRanges
    sftpProviders: sftpProviders
    landingDays: landingDays
    softDeleteDays: softDeleteDays
    accessLogDays: accessLogDays
    keyId: keyId
    otlpEndpoint: otlpEndpoint
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_APP string = app.outputs.functionAppName
output AZURE_FUNCTION_APP_URL string = app.outputs.functionAppUrl
output AZURE_HOST_ACCOUNT string = app.outputs.hostAccountName
output AZURE_LAKE_ACCOUNT string = app.outputs.lakeAccountName
output AZURE_KEY_VAULT string = app.outputs.vaultName
output AZURE_SYSTEM_TOPIC string = app.outputs.systemTopicName
output AZURE_WORKSPACE_ID string = app.outputs.workspaceCustomerId
output HOMEWARD_PRIVATE_NETWORKING bool = privateNetworking
