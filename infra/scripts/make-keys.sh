#!/bin/sh
# After provisioning: the two pseudonymisation keys, made once and never replaced.
# Needs: az, signed in as who deployed; the outputs of main.bicep.
set -eu

: "${AZURE_KEY_VAULT:?is not set: run 'azd hooks run postprovision'}"
: "${AZURE_RESOURCE_GROUP:?is not set: run 'azd hooks run postprovision'}"
: "${AZURE_FUNCTION_APP:?is not set: run 'azd hooks run postprovision'}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 077

for secret in lake-key trust-key; do
  # A deleted key still counts: a new one in its place would tear people's records apart.
  if az keyvault secret list-deleted --vault-name "$AZURE_KEY_VAULT" --query "[?name=='$secret'].name" --output tsv | grep -q .; then
    echo "make-keys: $secret was deleted from $AZURE_KEY_VAULT. Recover it: az keyvault secret recover --vault-name $AZURE_KEY_VAULT --name $secret" >&2
    exit 1
  fi

  if az keyvault secret list --vault-name "$AZURE_KEY_VAULT" --query "[?name=='$secret'].name" --output tsv | grep -q .; then
    echo "make-keys: $secret is there"
  else
    head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n' > "$work/$secret"
    az keyvault secret set --vault-name "$AZURE_KEY_VAULT" --name "$secret" --file "$work/$secret" --encoding utf-8 --output none
    echo "make-keys: $secret made"
  fi
done

# The app asked for its keys before they were there, and would ask again only after a day.
site=$(az functionapp show --name "$AZURE_FUNCTION_APP" --resource-group "$AZURE_RESOURCE_GROUP" --query id --output tsv)
az rest --method post --url "https://management.azure.com$site/config/configreferences/appsettings/refresh?api-version=2022-03-01" --output none
