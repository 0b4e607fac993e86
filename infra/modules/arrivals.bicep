metadata description = 'The subscription to manifests: to the app by webhook, or to its queue. Deploying it again changes nothing.'

import { hostContainers, manifestEvents } from '../names.bicep'

@allowed(['webhook', 'queue'])
@description('webhook needs the app deployed: only then its blob extension has a key. queue is for private networking, where Event Grid cannot reach the app.')
param delivery string
param topicName string
param hostAccountName string
param functionAppName string

resource host 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: hostAccountName
}

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' existing = {
  name: topicName
}

var deadLetters = {
  identity: {
    type: 'SystemAssigned'
  }
  deadLetterDestination: {
    endpointType: 'StorageBlob'
    properties: {
      resourceId: host.id
      blobContainerName: hostContainers.deadLetters
    }
  }
}

var manifests = {
  includedEventTypes: [manifestEvents.eventType]
  subjectBeginsWith: manifestEvents.subjectBegins
  subjectEndsWith: manifestEvents.subjectEnds
  isSubjectCaseSensitive: true
  advancedFilters: [
    {
      operatorType: 'StringIn'
      key: 'data.api'
      values: manifestEvents.apis
    }
  ]
}

var patience = {
  maxDeliveryAttempts: 30
  eventTimeToLiveInMinutes: 1440
}

resource toApp 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2022-06-15' = if (delivery == 'webhook') {
  parent: topic
  name: 'manifests'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${manifestEvents.function}&code=${listKeys('${app.id}/host/default', '2024-04-01').systemKeys.blobs_extension}'
        maxEventsPerBatch: 1
      }
    }
    deadLetterWithResourceIdentity: deadLetters
    eventDeliverySchema: 'EventGridSchema'
    filter: manifests
    retryPolicy: patience
  }
}

resource toQueue 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2022-06-15' = if (delivery == 'queue') {
  parent: topic
  name: 'manifests'
  properties: {
    deliveryWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      destination: {
        endpointType: 'StorageQueue'
        properties: {
          resourceId: host.id
          queueName: manifestEvents.queue
        }
      }
    }
    deadLetterWithResourceIdentity: deadLetters
    eventDeliverySchema: 'EventGridSchema'
    filter: manifests
    retryPolicy: patience
  }
}
