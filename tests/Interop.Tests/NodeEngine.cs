using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Homeward.Interop.Tests;

/// <summary>One of the scripts in engines/, kept running: it answers one question per line of JSON.</summary>
/// <remarks>Questions from several threads are answered one after the other.</remarks>
public sealed class NodeEngine : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    readonly Lock turn = new();
    readonly StringBuilder complaints = new();
    readonly string script;
    readonly Process process;

    /// <param name="script">File name in engines/.</param>
    public NodeEngine(string script)
    {
        this.script = script;
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "engines", script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        process = Process.Start(start) ?? throw new InvalidOperationException("node did not start. Install Node.js 20 or later.");
        process.ErrorDataReceived += (_, line) => complaints.AppendLine(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Asks, and waits for the answer.</summary>
    /// <exception cref="EngineException">The engine refused; the message is its own.</exception>
    public JsonElement Ask(object question)
    {
        lock (turn)
        {
            process.StandardInput.WriteLine(JsonSerializer.Serialize(question));
            process.StandardInput.Flush();
            var line = process.StandardOutput.ReadLineAsync().WaitAsync(Patience).GetAwaiter().GetResult();
            if (line is null)
            {
                process.WaitForExit();
                throw new EngineException($"engines/{script} ended: {complaints}");
            }

            var answer = JsonDocument.Parse(line).RootElement;
            return answer.TryGetProperty("error", out var error) ? throw new EngineException(error.GetString()!) : answer;
        }
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(5_000))
        {
            process.Kill();
        }

        process.Dispose();
    }
}

/// <summary>An engine refused a question.</summary>
public sealed class EngineException(string message) : Exception(message);
