using System.Security.Authentication;
using Azure;

namespace Homeward.App.Deployments;

/// <summary>Why a storage account cannot be used, and what to do. Never an address with its signature, never a key.</summary>
static class StorageTrouble
{
    /// <summary>The storage cannot be reached, or answers that it is overloaded or down: the same again may work soon.</summary>
    public static bool IsAway(Exception e) => e switch
    {
        // Each attempt's, all alike.
        AggregateException { InnerExceptions: [.., var last] } => IsAway(last),
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } or OperationCanceledException => true,
        _ => false,
    };

    /// <summary>Null for what is no trouble with storage.</summary>
    public static string? Words(Exception e) => e switch
    {
        // Each attempt's, all alike.
        AggregateException { InnerExceptions: [.., var last] } => Words(last),
        RequestFailedException { Status: 0, InnerException: { } inner } => Words(inner),
        RequestFailedException { Status: 401 or 403 } refused => $"refuses the key ({refused.Status} {refused.ErrorCode}): is AccountKey this account's, and this machine's clock right?",
        RequestFailedException { Status: > 0 } answered => $"answers {answered.Status} {answered.ErrorCode}: is this a storage account's address, with the protocol (http or https) that it speaks?",
        HttpRequestException { InnerException: AuthenticationException } or HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            "cannot be reached by https: an emulator speaks http (DefaultEndpointsProtocol=http, and http:// in its endpoints), else its certificate is not trusted here.",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "has a name that cannot be found: check AccountName, the endpoints and the network.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "does not listen: is it running, and are host and ports right?",
        HttpRequestException or IOException => "breaks off the connection: does it speak the protocol (http or https) of its endpoints?",
        OperationCanceledException => "does not answer: check host, ports and firewall.",
        _ => null,
    };
}
