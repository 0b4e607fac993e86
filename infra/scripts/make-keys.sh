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

named() {
  az keyvault secret "$1" --vault-name "$AZURE_KEY_VAULT" --query "[?name=='$2'].name" --output tsv
}

for secret in lake-key trust-key; do
  # A role takes minutes to arrive. A vault that does not answer is not an empty one: a key may be in it.
  attempt=1
  until deleted=$(named list-deleted "$secret") && present=$(named list "$secret"); do
    if [ "$attempt" -ge "${VAULT_ATTEMPTS:-15}" ]; then
      echo "make-keys: the secrets of $AZURE_KEY_VAULT cannot be listed, so none was made. Once they can: azd hooks run postprovision" >&2
      exit 1
    fi

    attempt=$((attempt + 1))
    sleep "${VAULT_PAUSE:-20}"
  done

  # A deleted key still counts: a new one in its place would tear people's records apart.
  if [ -n "$deleted" ]; then
    echo "make-keys: $secret was deleted from $AZURE_KEY_VAULT. Recover it: az keyvault secret recover --vault-name $AZURE_KEY_VAULT --name $secret" >&2
    exit 1
  fi

  if [ -n "$present" ]; then
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
