using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Brings a namespace into scope.</summary>
internal static class UsingDirective
{
    /// <summary>Adds the directive behind those of the file, or at its top, unless <paramref name="type"/> can be named already.</summary>
    public static void Ensure(SourceEdit edit, FixSite site, int position, string @namespace, string type)
    {
        if (site.Model.LookupNamespacesAndTypes(position, name: type).Any() || site.Root is not CompilationUnitSyntax file)
        {
            return;
        }

        var newLine = site.Layout(file).NewLine;
        var directive = $"using {@namespace};";
        if (file.Usings.LastOrDefault() is { } last)
        {
            edit.Insert(last.Span.End, newLine + directive);
        }
        else if (file.Members.FirstOrDefault() is { } first)
        {
            edit.Insert(first.SpanStart, directive + newLine + newLine);
        }
    }
}
