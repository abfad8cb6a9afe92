using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Loader;
using Devmap.Tests.Differential.Execution;
using Devmap.Tests.Differential.PageLibrary.Language;
using Devmap.Tests.Differential.PageLibrary.Trials;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Devmap.Tests.Differential.PageLibrary.Execution;

/// <summary>A compiled program.</summary>
public delegate void CompiledProgram(
    Referee referee, PhysicalMemory memory, AddressSpace space, Vma vma, Vma mixed, DaxFile file, DaxFile store, LruList lru, Page lent,
    Pfn f0, Pfn f1, Pfn f2, long i0, long i1, long i2, ulong at0, ulong at1, bool a, bool b, bool c);

/// <summary>Compiles programs and runs each in every way that its inputs and the others on the machine allow.</summary>
internal static class ProgramRunner
{
    /// <summary>What the runtime shows of each; <see langword="null"/>: nothing, there are too many executions to look at for example.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="defects">What the kernel does wrong.</param>
    /// <param name="maxExecutions">How many executions of one program are looked at.</param>
    public static HashSet<Mistake>?[] Run(IReadOnlyList<PageProgram> programs, int maxExecutions, KernelDefects defects = KernelDefects.None)
    {
        var context = new AssemblyLoadContext("Programs", isCollectible: true);
        try
        {
            using MemoryStream image = Compile(programs);
            Type type = context.LoadFromStream(image).GetType("Program")!;
            return [.. programs.Select((program, i) =>
                RunAll(program, type.GetMethod("M" + i)!.CreateDelegate<CompiledProgram>(), maxExecutions, defects))];
        }
        finally
        {
            context.Unload();
        }
    }

    private static MemoryStream Compile(IReadOnlyList<PageProgram> programs)
    {
        var writer = new ProgramWriter(forRun: true);
        writer.Raw($"using System; using Devmap; using {typeof(Referee).Namespace}; using {typeof(Deed).Namespace};");
        ProgramText.Write(writer, programs);
        CSharpCompilation compilation = ProgramText.Compile(writer.Text, typeof(Referee).Assembly);
        var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(static found => found.Severity == DiagnosticSeverity.Error).Take(5)) + "\n" + writer.Text);
        }

        image.Position = 0;
        return image;
    }

    private static HashSet<Mistake>? RunAll(PageProgram program, CompiledProgram compiled, int maxExecutions, KernelDefects defects)
    {
        var noted = new Noted();
        var choices = new Choices();
        int executions = 0;
        do
        {
            if (++executions > maxExecutions)
            {
                return null;
            }

            if (!RunOnce(compiled, new Machine(choices, program.Inputs, defects), noted))
            {
                return null;
            }
        }
        while (choices.Advance());

        return noted.Mistakes;
    }

    /// <returns><see langword="false"/>: it came to grief over something that is no matter of any rule.</returns>
    private static bool RunOnce(CompiledProgram compiled, Machine on, Noted noted)
    {
        var referee = new Referee(on, noted);
        try
        {
            compiled(
                referee, on.Memory, on.Space, on.Vma, on.Mixed, on.File, on.Store, on.Lru, on.Lent,
                on.Frames[0], on.Frames[1], on.Frames[2], on.Indexes[0], on.Indexes[1], on.Indexes[2],
                on.Addresses[0], on.Addresses[1], on.Flags[0], on.Flags[1], on.Flags[2]);
        }
        catch (Exception stop) when (referee.IsOver || stop is NullReferenceException or ArgumentNullException)
        {
            // Null was used as if it were a page: noted, where it was an acquire that failed, and the end of it.
            if (!referee.IsOver)
            {
                return false;
            }
        }

        referee.End();
        return true;
    }
}
