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
    privateNetworking: privateNetworking
    signInClientId: signInClientId
    alertEmail: alertEmail
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
