using System;
using System.IO;

namespace Devmap.Tests.EndToEnd.Hosting;

/// <summary>A folder for one run of these tests, out of reach of the settings of any other; it goes with the run.</summary>
internal sealed class Workspace : IDisposable
{
    public Workspace()
    {
        Root = Directory.CreateTempSubdirectory("devmap-e2e-").FullName;

        // MSBuild and the compiler look for these in all folders above: here their search ends.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true\n");
    }

    public string Root { get; }

    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public void Write(string path, string text)
    {
        string file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // A file that is still in use costs a little space in the temporary folder, and no test.
        }
    }
}
