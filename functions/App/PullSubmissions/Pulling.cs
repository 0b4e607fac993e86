using Azure.Core;

namespace Homeward.App.PullSubmissions;

/// <summary>What pulls reach the outside with.</summary>
/// <param name="Identity">The app's own, for containers without a SAS.</param>
/// <param name="Http">Never follows a redirect by itself.</param>
sealed record Pulling(PullSecrets Secrets, Func<TokenCredential> Identity, HttpClient Http)
{
    public static HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(30) }) { Timeout = TimeSpan.FromMinutes(10) };
}
