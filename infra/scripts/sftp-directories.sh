#!/bin/sh
# Makes the directory of each SFTP provider and opens it to its group, to nobody else.
# usage: sftp-directories.sh PROVIDER=GROUPID ...     (the same numbers as sftpProviders of app.bicep)
# Needs: az, signed in with Storage Blob Data Owner on the container landing for as long as this runs; AZURE_LAKE_ACCOUNT.
set -eu

: "${AZURE_LAKE_ACCOUNT:?is not set: export AZURE_LAKE_ACCOUNT=\$(azd env get-value AZURE_LAKE_ACCOUNT)}"
if [ $# -eq 0 ]; then
  echo "usage: sftp-directories.sh PROVIDER=GROUPID ..." >&2
  exit 2
fi

for pair in "$@"; do
  provider=${pair%%=*}
  group=${pair#*=}
  case $provider in ''|*[!A-Z0-9]*) echo "sftp-directories: '$provider' is no ODS code" >&2; exit 2 ;; esac
  case $group in ''|*[!0-9]*) echo "sftp-directories: '$group' is no group number: expected such as $provider=1001" >&2; exit 2 ;; esac
done

directory() {
  az storage fs "$@" --auth-mode login --account-name "$AZURE_LAKE_ACCOUNT" --file-system landing --output none
}

# Through the root, without listing it.
directory access set --path / --acl 'user::rwx,group::r-x,other::--x'
for pair in "$@"; do
  provider=${pair%%=*}
  group=${pair#*=}
  directory directory create --name "$provider"
  # Owner and others as before; its group may list, enter and write, below as well.
  directory access set --path "$provider" --group "$group" --acl 'user::rwx,group::rwx,other::---,default:user::rwx,default:group::rwx,default:other::---'
  echo "sftp-directories: landing/$provider is open to group $group"
done
