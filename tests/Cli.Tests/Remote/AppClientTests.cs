using System.Net;
using System.Net.Sockets;
using System.Text;
using Homeward.Cli.Remote;
using Homeward.Cli.Terminals;

namespace Homeward.Cli.Tests.Remote;

/// <summary>An app that says to come back later.</summary>
public sealed class AppClientTests : IDisposable
{
    readonly string address = $"http://127.0.0.1:{FreePort()}/";
    readonly HttpListener app = new();
    readonly Terminal terminal = new(TextWriter.Null, TextWriter.Null, false, _ => "key", new Shell.StandingClock());

    public AppClientTests()
    {
        app.Prefixes.Add(address);
        app.Start();
    }

    public void Dispose() => app.Close();

    [Fact]
    public async Task Get_AppSaysToComeBack_IsAskedAgain()
    {
        using var client = new AppClient(address, terminal);
        var answered = Answer([503, 503, 200]);
        var got = await client.Get("api/submissions/x", default);
        Assert.Equal("published", got?.GetProperty("state").GetString());
        Assert.Equal(0, await answered);
    }

    [Fact]
    public async Task Get_AppNeverComesBack_SaysWhatItAnswered()
    {
        using var client = new AppClient(address, terminal);
        var answered = Answer([503, 503, 503, 503, 503, 503, 200]);
        var said = await Assert.ThrowsAsync<InputException>(() => client.Get("api/submissions/x", default));
        Assert.Contains("answered 503: away", said.Message, StringComparison.Ordinal);
        app.Abort();
        Assert.Equal(1, await answered);
    }

    [Fact]
    public async Task Post_AppSaysToComeBack_IsNotSentAgain()
    {
        using var client = new AppClient(address, terminal);
        var answered = Answer([503, 200]);
        using var body = new StringContent("zip");
        await Assert.ThrowsAsync<InputException>(() => client.Post("api/submissions/2025-08", body, default));
        app.Abort();
        Assert.Equal(1, await answered);
    }

    /// <summary>Answers one request with each status.</summary>
    /// <returns>How many were left when the listener was closed.</returns>
    async Task<int> Answer(int[] statuses)
    {
        for (var i = 0; i < statuses.Length; i++)
        {
            HttpListenerContext context;
            try
            {
                context = await app.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return statuses.Length - i;
            }

            context.Response.StatusCode = statuses[i];
            context.Response.Headers["Retry-After"] = "0";
            context.Response.Close(Encoding.UTF8.GetBytes(statuses[i] == 200 ? """{"state":"published"}""" : """{"error":"away"}"""), willBlock: false);
        }

        return 0;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
