using System;
using System.Collections.Generic;
using System.Text;

namespace Devmap.Tests.Benchmarks.Analysis.Projects;

/// <summary>The files of a project that was made up: the same for the same mix and size.</summary>
internal sealed class ProjectText
{
    private const int MethodsInFile = 20;
    private const int OneLeakIn = 50;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    private readonly Mix _mix;

    private ProjectText(Mix mix) => _mix = mix;

    public List<string> Files { get; } = [];

    /// <summary>Bodies that forget to dispose of something.</summary>
    public int UndisposedObjects { get; private set; }

    /// <summary>Bodies that forget a reference.</summary>
    public int LeakedReferences { get; private set; }

    public static ProjectText Write(Mix mix, int methods)
    {
        var project = new ProjectText(mix);
        for (int first = 0; first < methods; first += MethodsInFile)
        {
            project.WriteFile(first, Math.Min(methods, first + MethodsInFile));
        }

        return project;
    }

    private void WriteFile(int first, int end)
    {
        var text = new StringBuilder(Usings);
        if (_mix.SeesLibrary)
        {
            text.Append("using Devmap;\n");
        }

        text.Append("\nnamespace Made.Up;\n\npublic sealed class Part").Append(first / MethodsInFile).Append("\n{\n");
        text.Append("    public event EventHandler? Changed;\n");
        for (int i = first; i < end; i++)
        {
            text.Append('\n').Append(Body(i)).Append('\n');
        }

        Files.Add(text.Append("}\n").ToString());
    }

    private string Body(int i)
    {
        if (_mix.OneIn > 0 && i % _mix.OneIn == 0)
        {
            return CountingBody(i, i / _mix.OneIn);
        }

        if (i % OneLeakIn == 1)
        {
            UndisposedObjects++;
            return PlainBodies.Leak(i);
        }

        return PlainBodies.All[i % PlainBodies.All.Length](i);
    }

    private string CountingBody(int i, int which)
    {
        if (which % OneLeakIn == 1)
        {
            LeakedReferences++;
            return CountingBodies.Leak(i);
        }

        return CountingBodies.All[which % CountingBodies.All.Length](i);
    }
}
