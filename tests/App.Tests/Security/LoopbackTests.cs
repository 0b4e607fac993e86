using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Homeward.App.Callers;
using Homeward.App.Tests.Running;

namespace Homeward.App.Tests.Security;

/// <summary>The process behind the Functions host: only this machine reaches it, and who asks is proved by the platform or not at all.</summary>
public sealed class LoopbackTests
{
    [Theory]
    [InlineData("True", HttpStatusCode.ServiceUnavailable)] // known, and then its storage is not there
    [InlineData("False", HttpStatusCode.Unauthorized)]
    [InlineData("1", HttpStatusCode.Unauthorized)]
    [InlineData(" True", HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Principal_IsTrustedOnlyWhereThePlatformSignsIn(string? enabled, HttpStatusCode expected)
    {
        using var handler = await Handler.Start(enabled);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{handler.Port}/api/submissions"));
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL-ID", People.Trust);
        request.Headers.Add(LaptopKey.Header, "anything");
        using var http = new HttpClient();
        using var answer = await http.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Handler_OtherAddressesOfThisMachine_DoNotReachIt()
    {
        using var handler = await Handler.Start(null);
        var others = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses).Select(unicast => unicast.Address)
            .Append(IPAddress.Parse("127.0.0.2")).Append(IPAddress.IPv6Loopback)
            .Where(address => !address.Equals(IPAddress.Loopback) && !address.IsIPv6LinkLocal).Distinct();
        foreach (var address in others)
        {
            using var socket = new TcpClient(address.AddressFamily);
            await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(address, handler.Port));
        }

        using var reached = new TcpClient();
        await reached.ConnectAsync(IPAddress.Loopback, handler.Port);
    }

    /// <summary>The app as the Functions host starts it, with storage that does not answer.</summary>
    sealed class Handler(Process process, int port) : IDisposable
    {
        public int Port => port;

        public static async Task<Handler> Start(string? authEnabled)
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            var port = ((IPEndPoint)free.LocalEndpoint).Port;
            free.Stop();
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Homeward.App.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}";
            start.Environment["HOMEWARD_LAKE_KEY"] = new string('a', 64);
            start.Environment["HOMEWARD_TRUST_KEY"] = new string('b', 64);
            start.Environment["AzureWebJobsStorage"] = start.Environment["LakeStorage"] =
                "AccountName=a;AccountKey=c2VjcmV0;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a";
            start.Environment["WEBSITE_AUTH_ENABLED"] = authEnabled;
            var handler = new Handler(Process.Start(start)!, port);
            await RunningApp.Until(() => handler.Listens(), "the handler listens");
            return handler;
        }

        async Task<bool> Listens()
        {
            Assert.False(process.HasExited, "the handler ended at its start");
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }

        public void Dispose()
        {
            process.Kill();
            process.Dispose();
        }
    }
}
