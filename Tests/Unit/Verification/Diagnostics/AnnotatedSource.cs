using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Prints a source file with what was reported, and what should have been, under the lines concerned.</summary>
internal static class AnnotatedSource
{
    public static void Write(
        StringBuilder output,
        string path,
        SourceText text,
        IEnumerable<Diagnostic> reported,
        IEnumerable<DiagnosticResult> missing)
    {
        var notes = reported
            .Select(diagnostic => (Span: diagnostic.Location.GetLineSpan(), Text: $"{diagnostic.Id}: {diagnostic.GetMessage()}"))
            .Concat(missing
                .Where(expected => expected.HasLocation)
                .Select(expected => (expected.Spans[0].Span, Text: $"{expected.Id} expected, not reported")))
            .Where(note => note.Span.Path == path)
            .ToLookup(note => note.Span.StartLinePosition.Line);
        output.AppendLine().Append("  ").Append(path).AppendLine(":");
        foreach (var line in text.Lines)
        {
            output.Append($"  {line.LineNumber + 1,4} | ").AppendLine(line.ToString());
            foreach (var note in notes[line.LineNumber])
            {
                var start = note.Span.StartLinePosition.Character;
                var end = note.Span.EndLinePosition.Line == line.LineNumber ? note.Span.EndLinePosition.Character : line.Span.Length;
                output.Append("       | ")
                    .Append(' ', start)
                    .Append('^', Math.Max(1, end - start))
                    .Append(' ')
                    .AppendLine(note.Text);
            }
        }
    }
}
