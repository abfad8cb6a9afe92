namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A NuGet package in one version.</summary>
public sealed record PackageIdentity(string Id, string Version);
