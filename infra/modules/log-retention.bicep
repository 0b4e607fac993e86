metadata description = 'How long one table of a workspace is kept.'

param workspaceName string
param table string
param days int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource retention 'Microsoft.OperationalInsights/workspaces/tables@2023-09-01' = {
  parent: workspace
  name: table
  properties: {
    retentionInDays: days
    totalRetentionInDays: days
  }
}
