using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Homeward.Lake.Azure.Tables;

/// <summary>Signs each attempt with the account's key.</summary>
/// <remarks>Shared Key Lite, the table service's form:
/// https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key#shared-key-lite-and-table-service-format-for-2009-09-19-and-later</remarks>
sealed class TableSharedKeyPolicy(TableSharedKeyCredential credential, TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {credential.AccountName}:{credential.Sign(StringToSign(date, message.Request.Uri.ToUri()))}");
    }

    internal string StringToSign(string date, Uri uri) => $"{date}\n/{credential.AccountName}{uri.AbsolutePath}";
}

/// <summary>The name and key of a storage account.</summary>
public sealed class TableSharedKeyCredential(string accountName, string accountKey)
{
    readonly byte[] key = Convert.FromBase64String(accountKey);

    public string AccountName { get; } = accountName;

    internal string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
}
