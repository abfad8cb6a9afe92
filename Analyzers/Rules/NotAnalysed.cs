using System.Linq;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM3007: where the analysis gave up, and why. Told to those who ask for it (<c>devmap_strict</c>).</summary>
internal static class NotAnalysed
{
    /// <summary>Says it of a whole body.</summary>
    public static Diagnostic Report(Silence silence, ISymbol body) =>
        Tell(PlaceIn(silence, body), $"'{NameOf(body)}'", WhyNotBody(silence.Reason));

    /// <summary>Says it of a body, or of an object in it.</summary>
    public static Diagnostic Report(Silence silence, BodyContext body)
    {
        if (silence.Subject is not { } subject)
        {
            return Report(silence, body.Method);
        }

        string name = ObjectNamer.VariableOf(subject, silence.State, body) ?? ObjectNamer.Describe(subject, silence.State, body);
        return Tell(
            ObjectNamer.LocationOf(silence.Place),
            $"'{name}', from here on,",
            $"'{NameOf(silence.Callee!)}' says nothing of what it does with it, and may keep or release it");
    }

    /// <summary>The expression that is to blame; where none is, the name of the body, and never its whole text.</summary>
    private static Location PlaceIn(Silence silence, ISymbol body) =>
        silence.Place is not ExpressionSyntax and not VariableDeclaratorSyntax
        && body.Locations.FirstOrDefault(location => location.SourceTree == silence.Place.SyntaxTree) is { } name
            ? name
            : silence.Place.GetLocation();

    private static string WhyNotBody(SilenceReason reason) => reason switch
    {
        SilenceReason.CodeHasErrors => "it does not compile",
        SilenceReason.LateBinding => "what a dynamic operation calls is only known when it runs",
        SilenceReason.TooLarge => "it has more branches than the analysis follows",
        _ => "it has more paths than the analysis follows",
    };

    private static string NameOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => "new " + constructor.ContainingType.Name,
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => "the lambda",
        IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
        _ => member.Name,
    };

    private static Diagnostic Tell(Location place, string what, string why) =>
        Diagnostic.Create(Descriptors.NotAnalysed, place, what, why);
}
