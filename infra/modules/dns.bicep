metadata description = 'Private DNS zones of the endpoints: the existing ones, the others made and linked to the network.'

param networkId string
@description('Ids of existing zones by zone name.')
param existing object
param tags object

var names = [
  'privatelink.blob.${environment().suffixes.storage}'
  'privatelink.dfs.${environment().suffixes.storage}'
  'privatelink.queue.${environment().suffixes.storage}'
  'privatelink.table.${environment().suffixes.storage}'
  'privatelink.vaultcore.azure.net'
  'privatelink.azurewebsites.net'
]

resource zones 'Microsoft.Network/privateDnsZones@2020-06-01' = [
  for name in names: if (!contains(existing, name)) {
    name: name
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [
  for (name, i) in names: if (!contains(existing, name)) {
    parent: zones[i]
    name: uniqueString(networkId)
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: networkId
      }
    }
  }
]

output zoneIds object = toObject(
  names,
  name => name,
  name => existing[?name] ?? resourceId('Microsoft.Network/privateDnsZones', name)
)
