metadata description = 'Application Insights on a Log Analytics workspace; neither takes keys.'

import { roles } from '../names.bicep'

param insightsName string
param workspaceName string
@description('Existing workspace; empty: one is made.')
param existingWorkspaceId string
@description('Who sends telemetry.')
param publisherId string
param location string
param tags object

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = if (empty(existingWorkspaceId)) {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 90
    features: {
      disableLocalAuth: true
    }
  }
}

var workspaceId = empty(existingWorkspaceId) ? workspace.id : existingWorkspaceId

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspaceId
    DisableLocalAuth: true
  }
}

resource publishes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, publisherId, roles.metricsPublisher)
  scope: insights
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher)
    principalId: publisherId
    principalType: 'ServicePrincipal'
  }
}

output insightsId string = insights.id
output insightsConnectionString string = insights.properties.ConnectionString
output workspaceId string = workspaceId
output workspaceCustomerId string = reference(workspaceId, '2023-09-01').customerId
