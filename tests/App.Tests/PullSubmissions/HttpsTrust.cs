using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Homeward.App.Tests.PullSubmissions;

/// <summary>A trust's own HTTPS server, with a certificate of its own.</summary>
sealed class HttpsTrust : IAsyncDisposable
{
    readonly WebApplication app;
    readonly X509Certificate2 certificate;

    HttpsTrust(WebApplication app, X509Certificate2 certificate, ConcurrentQueue<string> requests) =>
        (this.app, this.certificate, Requests) = (app, certificate, requests);

    /// <summary>Path, and the headers that matter, of every request.</summary>
    public ConcurrentQueue<string> Requests { get; }

    public string Address => app.Urls.Single();

    public static async Task<HttpsTrust> Start(RequestDelegate answer)
    {
        var certificate = SelfSigned();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        var requests = new ConcurrentQueue<string>();
        app.Run(http =>
        {
            var headers = http.Request.Headers;
            requests.Enqueue($"{http.Request.Path} auth={headers.Authorization}{headers["x-api-key"]} known={headers.IfNoneMatch} range={headers.Range} if={headers.IfRange}");
            return answer(http);
        });
        await app.StartAsync();
        return new HttpsTrust(app, certificate, requests);
    }

    /// <summary>Trusts this server's certificate and nothing else; the rest as the app's own client.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString(),
        },
    });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate.Dispose();
    }

    static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
