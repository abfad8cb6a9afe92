using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Hosting;
using Devmap.Tests.EndToEnd.Pages;
using Xunit;

namespace Devmap.Tests.EndToEnd;

/// <summary>Every step of a guide, as it is written, by somebody who has nothing but the SDK and the package.</summary>
public sealed class GuideWalkTests(PackedPackage package)
{
    [Fact]
    public Task Getting_started() => new GuideWalk("getting-started", package.CreateFolder("GettingStarted"), package.Environment).RunAsync();

    [Fact]
    public Task A_code_base_that_is_old() => new GuideWalk("legacy-code", package.CreateConsumer("Legacy").Folder, package.Environment).RunAsync();

    [Fact]
    public Task In_CI() => new GuideWalk("ci", package.CreateConsumer("Ci").Folder, package.Environment).RunAsync();
}
