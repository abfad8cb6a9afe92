using Xunit;

namespace Devmap.Tests.Runtime.Performance;

/// <summary>Tests that measure run by themselves, or they would measure the others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
