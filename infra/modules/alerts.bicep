metadata description = 'What an operator is told. Each rule looks for a sentence that the app or the Functions host logs; a test holds the app\'s sentences.'

param actionGroupName string
param insightsId string
@description('Empty: alerts show in the portal only.')
param email string
param location string
param tags object

var rules = [
  {
    name: 'homeward-poison'
    title: 'Homeward: a message failed five times'
    phrase: 'Moving message to queue'
    what: 'An event or a computation was put aside in a poison queue. See docs/operations.md, "Something was put aside".'
  }
  {
    name: 'homeward-parked'
    title: 'Homeward: a submission is parked'
    phrase: 'is parked'
    what: 'A submission failed five times and waits for homeward requeue.'
  }
  {
    name: 'homeward-figures'
    title: 'Homeward: the figures of a month cannot be computed'
    phrase: 'cannot be computed'
    what: 'A month failed and is tried again, or failed five times and waits for homeward requeue.'
  }
  {
    name: 'homeward-stuck'
    title: 'Homeward: an upload is stuck'
    phrase: 'its uploader stopped half-way'
    what: 'An upload has no manifest after 24 hours: ask the provider to send submission.csv.'
  }
  {
    name: 'homeward-missing'
    title: 'Homeward: providers are missing after the cut-off'
    phrase: 'nothing accepted for'
    what: 'A month has passed its cut-off and an expected provider has nothing accepted.'
  }
  {
    name: 'homeward-pull'
    title: 'Homeward: a pull failed'
    phrase: 'could not be pulled'
    what: 'A source of sources.csv could not be read. The message says why.'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'Homeward'
    enabled: true
    emailReceivers: empty(email)
      ? []
      : [
          {
            name: 'operators'
            emailAddress: email
            useCommonAlertSchema: true
          }
        ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for rule in rules: {
    name: rule.name
    location: location
    tags: tags
    properties: {
      displayName: rule.title
      description: rule.what
      severity: 2
      enabled: true
      scopes: [insightsId]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT30M'
      criteria: {
        allOf: [
          {
            query: 'traces | where message has "${rule.phrase}"'
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      autoMitigate: true
      actions: {
        actionGroups: [people.id]
      }
    }
  }
]
