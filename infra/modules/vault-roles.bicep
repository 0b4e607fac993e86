metadata description = 'The app reads secrets; who deploys may set them. In the vault\'s own resource group.'

import { roles } from '../names.bicep'

param vaultName string
param readerId string
@description('Empty: nobody.')
param officerId string
param officerType string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, readerId, roles.secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.secretsUser)
    principalId: readerId
    principalType: 'ServicePrincipal'
  }
}

resource sets 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(officerId)) {
  name: guid(vault.id, officerId, roles.secretsOfficer)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.secretsOfficer)
    principalId: officerId
    principalType: officerType
  }
}
