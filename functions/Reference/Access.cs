namespace Homeward.Reference;

public enum PullSourceKind
{
    /// <summary>Another blob container.</summary>
    Blob,

    Https,
}

/// <summary>Where a provider's submissions are fetched from.</summary>
/// <param name="SecretName">Name of the secret that opens it; null: the app's own identity, or none.</param>
/// <param name="Schedule">NCrontab expression; null: with every pull.</param>
public sealed record PullSource(string Provider, PullSourceKind Kind, string Address, string? SecretName, string? Schedule);

public enum CallerRole
{
    /// <summary>Sees and submits its own.</summary>
    Provider,

    /// <summary>Sees suppressed figures.</summary>
    Analyst,

    /// <summary>Sees the worklist and restricted figures of its collaborative.</summary>
    CaseManager,
    Admin,
}

/// <summary>What an identity may do; who has no row has no data.</summary>
/// <param name="ObjectId">Object id of the identity in its directory.</param>
public sealed record Caller(string ObjectId, CallerRole Role, string? Organisation, string? Collaborative);
