#!/bin/sh
# After each deployment: tells Event Grid where manifests go, and proves it with an upload that the app refuses.
# Deploying the subscription again changes nothing. Needs: az, signed in as who deployed; the outputs of main.bicep.
set -eu

for name in AZURE_RESOURCE_GROUP AZURE_FUNCTION_APP AZURE_HOST_ACCOUNT AZURE_LAKE_ACCOUNT AZURE_SYSTEM_TOPIC AZURE_WORKSPACE_ID; do
  eval "value=\${$name:-}"
  if [ -z "$value" ]; then
    echo "wire-events: $name is not set: run 'azd hooks run postdeploy'" >&2
    exit 2
  fi
done

here=$(cd "$(dirname "$0")" && pwd)
delivery=webhook
function=IngestSubmission
if [ "${HOMEWARD_PRIVATE_NETWORKING:-false}" = true ]; then
  delivery=queue
  function=IngestFromQueue
fi

# The blob extension makes its key when the app first starts.
attempt=1
until az deployment group create --name manifests --resource-group "$AZURE_RESOURCE_GROUP" --template-file "$here/../modules/arrivals.bicep" --output none \
  --parameters delivery="$delivery" topicName="$AZURE_SYSTEM_TOPIC" hostAccountName="$AZURE_HOST_ACCOUNT" functionAppName="$AZURE_FUNCTION_APP"; do
  if [ "$attempt" -ge "${WIRE_ATTEMPTS:-6}" ]; then
    echo "wire-events: the subscription could not be made. Is the app running? See docs/operations.md, \"Manifests do not arrive\"" >&2
    exit 1
  fi

  attempt=$((attempt + 1))
  sleep "${WIRE_PAUSE:-20}"
done

echo "wire-events: manifests go to $function by $delivery"

# No provider is called _probe: the app is called, refuses the name and stores nothing.
work=$(mktemp -d)
blob="_probe/$(date -u +%Y%m%dT%H%M%SZ)/probe/submission.csv"
since=$(date -u +%Y-%m-%dT%H:%M:%SZ)
storage() {
  az storage blob "$@" --auth-mode login --account-name "$AZURE_LAKE_ACCOUNT" --container-name landing --name "$blob" --output none
}
clean() {
  rm -rf "$work"
  storage delete 2>/dev/null || true
}
trap clean EXIT
echo 'probe' > "$work/submission.csv"
# The role on _probe/ takes minutes to arrive after the first provisioning.
attempt=1
until storage upload --file "$work/submission.csv"; do
  if [ "$attempt" -ge "${WIRE_ATTEMPTS:-6}" ]; then
    echo "wire-events: the probe could not be uploaded to $AZURE_LAKE_ACCOUNT" >&2
    exit 1
  fi

  attempt=$((attempt + 1))
  sleep "${WIRE_PAUSE:-20}"
done


query="AppRequests | where TimeGenerated > datetime($since) - 1m and Name == '$function' and Success == true | count"
attempt=1
while :; do
  # A query that fails is a call not seen yet: a new workspace knows no AppRequests before the first.
  calls=$(az rest --method post --resource https://api.loganalytics.io --url "https://api.loganalytics.io/v1/workspaces/$AZURE_WORKSPACE_ID/query" \
    --headers 'Content-Type=application/json' --body "{\"query\": \"$query\"}" --query 'tables[0].rows[0][0]' --output tsv) || calls=0
  if [ "${calls:-0}" -gt 0 ]; then
    echo "wire-events: the probe arrived at $function"
    exit 0
  fi

  if [ "$attempt" -ge "${PROBE_ATTEMPTS:-30}" ]; then
    echo "wire-events: the probe did not arrive at $function. See docs/operations.md, \"Manifests do not arrive\"" >&2
    exit 1
  fi

  attempt=$((attempt + 1))
  sleep "${PROBE_PAUSE:-20}"
done
