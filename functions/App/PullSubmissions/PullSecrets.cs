namespace Homeward.App.PullSubmissions;

/// <summary>What opens a source: setting <c>Secrets__{name}</c>, in Azure a Key Vault reference. Never logged.</summary>
sealed class PullSecrets(IConfiguration settings)
{
    /// <exception cref="PullException">The deployment has no such secret.</exception>
    public string? Find(string? name) => name is null ? null
        : settings[$"Secrets:{name}"] is { Length: > 0 } secret ? secret
        : throw new PullException($"the secret {name} is not set: expected the setting Secrets__{name}");
}

/// <summary>A source could not be pulled: says why in words that hold no address and no secret.</summary>
sealed class PullException(string message, Exception? inner = null) : Exception(message, inner);
