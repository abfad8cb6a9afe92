using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Applies a code action the way an editor does, and checks the syntax trees that it makes.</summary>
internal sealed class CodeActionApplier
{
    private readonly CodeActionValidationMode _mode;

    public CodeActionApplier(CodeActionValidationMode mode) => _mode = mode;

    /// <summary>The solution after the action, with every changed file read again from its text.</summary>
    public async Task<Solution> ApplyAsync(Solution solution, CodeAction action, IVerifier verifier, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken).ConfigureAwait(false);
        var changes = operations.OfType<ApplyChangesOperation>().ToList();
        verifier.True(changes.Count == 1, $"'{action.Title}' has {changes.Count} operations that change the solution: expected one.");
        var changed = changes[0].ChangedSolution;
        var edited = false;
        foreach (var project in changed.GetChanges(solution).GetProjectChanges())
        {
            edited |= project.GetAddedDocuments().Any() || project.GetRemovedDocuments().Any()
                || project.GetChangedAdditionalDocuments().Any() || project.GetAddedAdditionalDocuments().Any()
                || project.GetChangedAnalyzerConfigDocuments().Any() || project.GetAddedAnalyzerConfigDocuments().Any();
            foreach (var id in project.GetChangedDocuments())
            {
                var before = await solution.GetDocument(id)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
                var after = await changed.GetDocument(id)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
                edited |= !before.ContentEquals(after);
                await ValidateAsync(changed.GetDocument(id)!, action, verifier, cancellationToken).ConfigureAwait(false);
                changed = changed.WithDocumentText(id, after);
            }
        }

        verifier.True(edited, $"'{action.Title}' is offered but changes nothing.");
        return changed;
    }

    private async Task ValidateAsync(Document document, CodeAction action, IVerifier verifier, CancellationToken cancellationToken)
    {
        if (_mode == CodeActionValidationMode.None)
        {
            return;
        }

        var made = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var read = await CSharpSyntaxTree
            .ParseText(made.ToFullString(), (CSharpParseOptions?)document.Project.ParseOptions, cancellationToken: cancellationToken)
            .GetRootAsync(cancellationToken)
            .ConfigureAwait(false);
        if (SyntaxDifference.Find(made, read, withTrivia: _mode == CodeActionValidationMode.Full) is { } difference)
        {
            verifier.Fail($"The syntax tree that '{action.Title}' makes of {document.FilePath} is not the one that its text has: {difference}");
        }
    }
}
