using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.App.Submit;
using Homeward.Lake;
using Homeward.Submissions;

namespace Homeward.App.PullSubmissions;

/// <summary>What was pulled last from one place of a source, and which upload it became: each new package lands once.</summary>
/// <remarks>
/// New is what differs from the last package, not from any one ever: content that comes back after other content is a resubmission. What
/// is about to land is written down first, so that a pull that was interrupted goes on with the same upload.
/// </remarks>
sealed class PulledPackage
{
    readonly Deployment deployment;
    readonly LakePath path;
    readonly Last? last;

    PulledPackage(Deployment deployment, LakePath path, Last? last) => (this.deployment, this.path, this.last) = (deployment, path, last);

    /// <summary>The source's version of what landed last; null where nothing has, or not in full.</summary>
    public string? Version => last is { Landed: true } ? last.ETag : null;

    /// <param name="place">Where it lies in the source.</param>
    public static async Task<PulledPackage> Find(Deployment deployment, string provider, string place, CancellationToken cancel)
    {
        var path = LakePath.Of(Zone.Restricted, "_pull", provider, $"{PackageHash.Short(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place))))}.json");
        var last = await deployment.Store.Get(path, cancel) is { } file ? JsonSerializer.Deserialize<Last>(file.Bytes) : null;
        return new PulledPackage(deployment, path, last);
    }

    /// <summary>Lands the package unless it is the last one again.</summary>
    /// <param name="named">The upload that it is to be; where that one has other content already, the next free name.</param>
    /// <param name="sha256">See <see cref="PackageHash"/>.</param>
    /// <param name="version">The source's.</param>
    /// <returns>Null where nothing new landed.</returns>
    public async Task<SubmissionIdentity?> Land(SubmissionIdentity named, string sha256, string? version, IReadOnlyList<SubmissionFile> files, CancellationToken cancel)
    {
        if (last is { Landed: true } && last.Sha256 == sha256)
        {
            await Remember(last with { ETag = version }, cancel);
            return null;
        }

        var upload = last is { Landed: false } && last.Sha256 == sha256 ? last.Upload! : await Name(named, cancel);
        try
        {
            return await Land(new(named.Provider, named.Period, upload), new Last(version, sha256, upload, false), files, cancel);
        }
        catch (RefusedException)
        {
            // It came another way too, with other content.
            upload = await FreeName(named, cancel);
            return await Land(new(named.Provider, named.Period, upload), new Last(version, sha256, upload, false), files, cancel);
        }
    }

    async Task<SubmissionIdentity?> Land(SubmissionIdentity submission, Last package, IReadOnlyList<SubmissionFile> files, CancellationToken cancel)
    {
        await Remember(package, cancel);
        var landed = PulledZip.IsUnreadable(files)
            ? await PulledZip.Put(deployment.Store, submission, files[0], cancel)
            : await Landing.Put(deployment.Store, submission, files, cancel);
        await Remember(package with { Landed = true }, cancel);
        return landed ? submission : null;
    }

    /// <summary>Where nothing was pulled from here before, the upload may have come another way: then it is the same if its content is.</summary>
    async Task<string> Name(SubmissionIdentity named, CancellationToken cancel) => last is null ? named.Upload : await FreeName(named, cancel);

    async Task<string> FreeName(SubmissionIdentity named, CancellationToken cancel) =>
        (await UploadNames.Of(deployment.Store, deployment.Ledger, named.Provider, named.Period, cancel)).Free(named.Upload).Name;

    Task Remember(Last package, CancellationToken cancel) =>
        package == last ? Task.CompletedTask : deployment.Store.Put(path, JsonSerializer.SerializeToUtf8Bytes(package), cancel);

    /// <param name="Landed">False: it may have landed in part.</param>
    sealed record Last(string? ETag, string? Sha256, string? Upload, bool Landed);
}
