using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Tests.Unit.Rules.Soundness;

/// <summary>
/// What every fix promises, checked on any source: each action that is offered for each diagnostic leaves code that
/// compiles as well as before, removes its diagnostic, and brings no new one.
/// </summary>
internal static class FixSoundness
{
    /// <summary>What breaks a promise, in words; and how many actions were offered.</summary>
    public static async Task<(List<string> Breaches, int Offered)> CheckAsync(string source, LanguageVersion version = LanguageVersion.Latest)
    {
        var document = await OfferedFixes.CreateAsync(source, version);
        var before = await DiagnosticsOfAsync(document);
        var breaches = new List<string>();
        var offered = 0;
        foreach (var diagnostic in before.Where(IsOurs))
        {
            var actions = await OfferedFixes.OfAsync(document, diagnostic);
            foreach (var action in actions)
            {
                offered++;
                var changed = await OfferedFixes.ApplyAsync(document, action);
                var text = (await changed.GetTextAsync()).ToString();
                var after = await DiagnosticsOfAsync(changed);
                breaches.AddRange(Compare(before, after, diagnostic.Id).Select(breach => $"{action.Title}: {breach}\n{text}"));
            }
        }

        return (breaches, offered);
    }

    private static IEnumerable<string> Compare(ImmutableArray<Diagnostic> before, ImmutableArray<Diagnostic> after, string fixedId)
    {
        var counts = before.GroupBy(diagnostic => diagnostic.Id).ToDictionary(group => group.Key, group => group.Count());
        foreach (var group in after.GroupBy(diagnostic => diagnostic.Id))
        {
            var allowed = counts.GetValueOrDefault(group.Key) - (group.Key == fixedId ? 1 : 0);
            if (group.Count() > allowed)
            {
                yield return string.Join("; ", group.Select(diagnostic => diagnostic.ToString()));
            }
        }
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsOfAsync(Document document)
    {
        var compilation = await document.Project.GetCompilationAsync();
        var all = await compilation!.WithAnalyzers([new ReferenceCountAnalyzer()]).GetAllDiagnosticsAsync();
        return [.. all.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }

    private static bool IsOurs(Diagnostic diagnostic) => diagnostic.Id.StartsWith("DVM", StringComparison.Ordinal);
}
