using System.Threading.Tasks;

namespace Devmap.Tests.EndToEnd.Hosting;

/// <summary>The <c>roslynator</c> command, in the version of the tool manifest of the repository.</summary>
internal static class Roslynator
{
    public static async Task RestoreAsync() => (await Dotnet.RunAsync(Repository.Root, "tool", "restore")).EnsureSuccess();

    public static Task<CommandResult> RunAsync(params string[] arguments) =>
        Dotnet.RunAsync(Repository.Root, ["tool", "run", "roslynator", "--", .. arguments]);
}
