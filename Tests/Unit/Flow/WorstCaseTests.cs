using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Analyzers.Flow.Execution;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Bodies that generators write: analysed or given up, at a cost that is bounded, and without a false word.</summary>
public sealed class WorstCaseTests
{
    /// <summary>Right code: whatever becomes of it, there is nothing to report.</summary>
    private static readonly Dictionary<string, string> Right = new()
    {
        { "5,000 statements, 300 branches, nested try", Repeat(100, i => $"var x{i} = Pool.Take(); try {{ try {{ if (n == {i}) n++; if (n > {i}) n--; if (a) {{ lent.Get(); lent.Put(); }} {Repeat(44, _ => "n++;")} x{i}.Read(); }} catch (InvalidOperationException) {{ n++; }} }} finally {{ x{i}.Put(); }}\n") },
        { "1,000 distinct conditions", "lent.Get();" + Repeat(1000, i => $"if (many[{i}].IsAlive) Pool.Check(a);\n") + "lent.Put();" },
        { "60 nested finallys", Repeat(60, i => $"var x{i} = Pool.Take(); try {{ if (n == {i}) return;\n") + Repeat(60, i => $"}} finally {{ x{59 - i}.Put(); }}\n") },
        { "60 nested handlers", Repeat(60, i => $"var x{i} = Pool.Take(); try {{ n++;\n") + Repeat(60, i => $"}} catch (InvalidOperationException) {{ n++; }} x{59 - i}.Put();\n") },
        { "300 nested branches", "lent.Get();" + Repeat(300, i => $"if (n > {i}) {{ ") + "lent.Read();" + new string('}', 300) + "lent.Put();" },
        { "a switch of 800 arms", "var x = Pool.Take(); switch (n) {" + Repeat(800, i => $"case {i}: x.Put(); return;\n") + "} x.Put();" },
        { "2,000 objects", Repeat(2000, i => $"var x{i} = Pool.Take();\n") + Repeat(2000, i => $"x{i}.Put();\n") },
        { "100 answers", Repeat(100, i => $"var x{i} = Pool.Find({i});\n") + Repeat(100, i => $"x{i}?.Put();\n") },
        { "a text of 10,000 parts", "lent.Get(); string s = " + string.Join(" + ", Enumerable.Repeat("lent.Name", 10_000)) + "; lent.Put();" },
        { "a sum of 10,000 parts", "lent.Get(); n = " + string.Join(" + ", Enumerable.Repeat("n", 10_000)) + "; lent.Put();" },
        { "2,000 locals", Repeat(2000, i => $"int v{i} = n + {i};\n") + "lent.Get(); n = " + string.Join(" + ", Enumerable.Range(0, 2000).Select(i => $"v{i}")) + "; lent.Put();" },
        { "an array of 20,000 numbers", "lent.Get(); var t = new[] {" + string.Join(",", Enumerable.Range(0, 20_000)) + "}; lent.Put();" },
        { "an array of 3,000 calls", "lent.Get(); var t = new[] {" + string.Join(",", Enumerable.Repeat("lent.Read()", 3000)) + "}; lent.Put();" },
        { "300 labels, each a loop", Repeat(300, i => $"l{i}: lent.Get(); lent.Put(); if (n == {i}) goto l{i * 7 % 300};\n") + ";" },
        { "12 nested loops", Repeat(12, i => $"for (int i{i} = 0; i{i} < n; i{i}++) {{ lent.Get();\n") + Repeat(12, _ => "lent.Put(); }\n") },
    };

    /// <summary>Deeper than the compiler follows, some of them: it says so, and nobody runs out of stack.</summary>
    private static readonly Dictionary<string, string> Deep = new()
    {
        { "parentheses", "lent.Get(); n = " + new string('(', 5000) + "n" + new string(')', 5000) + ";" },
        { "signs", "lent.Get(); n = " + Repeat(5000, _ => "- ") + "n;" },
        { "ternaries", "lent.Get(); n = " + Repeat(2000, i => $"n == {i} ? {i} : ") + "0;" },
        { "arguments", "lent.Get(); n = " + Repeat(2000, _ => "Math.Abs(") + "n" + new string(')', 2000) + ";" },
        { "brackets to the right", "lent.Get(); n = " + Repeat(2000, _ => "n + (") + "n" + new string(')', 2000) + ";" },
        { "alternatives", "lent.Get(); var x = " + Repeat(2000, i => $"Pool.Peek({i}) ?? ") + "null;" },
        { "fluent calls", "lent.Get(); var s = new System.Text.StringBuilder()" + Repeat(3000, _ => ".Append(n)") + ";" },
        { "lambdas", "lent.Get();" + Repeat(1000, i => $"Action f{i} = () => {{") + "lent.Read();" + Repeat(1000, _ => "};") },
        { "branches", "lent.Get();" + Repeat(3000, i => $"if (n > {i}) {{") + "lent.Read();" + new string('}', 3000) },
        { "patterns", "lent.Get(); a = n is " + string.Join(" and ", Enumerable.Range(0, 1000).Select(i => $"not {i}")) + ";" },
    };

    public static TheoryData<string> RightNames => [.. Right.Keys];

    public static TheoryData<string> DeepNames => [.. Deep.Keys];

    [Theory]
    [MemberData(nameof(RightNames))]
    public async Task Right_code_stays_right(string name)
    {
        await CountedCode.VerifyBodyAsync(Right[name]);
        Assert.True(MeasuredBody.Run(Right[name]).Steps < Budget.MaxSteps * 2);
    }

    /// <summary>The end is what counts: no process is lost, and no exception comes up.</summary>
    [Theory]
    [MemberData(nameof(DeepNames))]
    public Task Deep_code_ends(string name)
    {
        var test = CountedCode.Test("using System; public class C { public void M(Item lent, bool a, int n) {\n" + Deep[name] + "lent.Put(); } }");
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    private static string Repeat(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}
