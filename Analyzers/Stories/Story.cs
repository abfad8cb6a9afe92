using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Devmap.Analyzers.Baselines;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Stories;

/// <summary>Tells a finding in the names of the user: in short for the message, step by step for who wants to follow it.</summary>
internal sealed class Story
{
    private readonly Finding _finding;
    private readonly BodyContext _body;
    private readonly ReleaseFinder _releases;
    private readonly List<StoryStep> _steps;

    public Story(Finding finding, BodyContext body, ReleaseFinder releases)
    {
        _finding = finding;
        _body = body;
        _releases = releases;
        SimpleName = ObjectNamer.VariableOf(finding.Subject, finding.State, body);
        Name = SimpleName ?? ObjectNamer.Describe(finding.Subject, finding.State, body);
        _steps = StoryTeller.StepsOf(finding, Name, finding.Kind == FindingKind.UseAfterRelease ? DeadLender() : null);
    }

    /// <summary>What kept the object alive until it was given up itself.</summary>
    private (int Id, string Name)? DeadLender()
    {
        Resource? resource = _finding.Resource;
        for (int depth = 0; depth < 8 && resource is { IsDead: false, AliveThrough: > 0 }; depth++)
        {
            Value lender = _body.Values[resource.AliveThrough];
            resource = _finding.State.ResourceOf(lender);
            if (resource is { IsDead: true })
            {
                return (lender.Id, NameOf(lender));
            }
        }

        return null;
    }

    /// <summary>What the user calls the object.</summary>
    public string Name { get; }

    /// <summary>The called or accessed member.</summary>
    public string MemberName => _finding.Member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => "new " + constructor.ContainingType.Name,
        { } member => member.Name,
        null => _finding.Place.ToString(),
    };

    /// <summary>The method whose body this is; of an accessor its property.</summary>
    public string MethodName => _body.Method switch
    {
        { AssociatedSymbol: { } property } => property.Name,
        { MethodKind: MethodKind.Constructor } constructor => "new " + constructor.ContainingType.Name,
        { } method => method.Name,
    };

    /// <summary>The kind in front of the word "reference": empty for the default kind.</summary>
    public string KindWord => _finding.RefKind == RefEffect.DefaultKind ? string.Empty : $"'{_finding.RefKind}' ";

    /// <summary>The reference that the finding is about, as the beginning of a sentence.</summary>
    public string Reference => _finding.Member switch
    {
        IParameterSymbol => $"The {KindWord}reference that comes with '{Name}'",
        IFieldSymbol or IPropertySymbol => $"The {KindWord}reference that '{MemberName}' owned",
        _ => $"The {KindWord}reference that '{MemberName}' acquires on '{Name}'",
    };

    /// <summary>Why nothing is held, by the latest thing that happened to the object.</summary>
    public string WhyNotHeld
    {
        get
        {
            if (_finding.Dangling is { } slot)
            {
                return $"'{_body.Method.Name}' may be called again, and '{slot.Name}' still names the object";
            }

            for (int i = _steps.Count - 1; i >= 0; i--)
            {
                // What happened to references of another kind explains nothing, unless it was the last of any.
                if (_steps[i].Role is "release" or "lookup" or "acquire"
                    && (_finding.Kind == FindingKind.UseAfterRelease || (_steps[i].RefKind ?? _finding.RefKind) == _finding.RefKind))
                {
                    return $"{_steps[i].Short} (line {LineOf(_steps[i].Place)})";
                }
            }

            return _finding.Resource.Provenance switch
            {
                Provenance.Lent => "it was only lent to this method",
                Provenance.Borrowed or Provenance.BorrowedSlot => "it was only borrowed",
                Provenance.Uncounted => "it is a bare pointer that nothing counts",
                _ => "none was acquired on this path",
            };
        }
    }

    /// <summary>Where the reference that is held was acquired, as far as the story of the object tells.</summary>
    public string? WhyHeld
    {
        get
        {
            for (int i = _steps.Count - 1; i >= 0; i--)
            {
                if (_steps[i].Role == "acquire")
                {
                    return $"{_steps[i].Short} (line {LineOf(_steps[i].Place)})";
                }
            }

            return null;
        }
    }

    /// <summary>The line of the acquire of what is held.</summary>
    public string AcquiredAt => LineOf(_body.Sites[_finding.Resource.HoldingOf(_finding.RefKind).Site].Place.GetLocation());

    /// <summary>Where and how a leaked reference gets lost.</summary>
    public string HowLost
    {
        get
        {
            SyntaxNode? exit = _finding.Exits[0];
            string how = _finding.Shape switch
            {
                LeakShape.Dropped => "nothing names the object any more",
                LeakShape.Overwrite when _finding.Member is IFieldSymbol or IPropertySymbol =>
                    $"'{MemberName}' gets another value at line {LineOf(exit!.GetLocation())}",
                LeakShape.Overwrite => $"its last name gets another value at line {LineOf(exit!.GetLocation())}",
                _ when _finding.IsByCall => $"it is still held when '{StoryTeller.Shorten(exit!)}' throws at line {LineOf(exit!.GetLocation())}",
                _ when exit is null => "it is still held when the method ends",
                _ => $"it is still held when {ObjectNamer.JumpWord(exit)} at line {LineOf(exit.GetLocation())}",
            };
            return LastBranch is { } branch ? $"{how}, where {branch}" : how;
        }
    }

    private string? SimpleName { get; }

    private string? LastBranch
    {
        get
        {
            for (int i = _steps.Count - 1; i >= 0; i--)
            {
                switch (_steps[i].Role)
                {
                    case "throw" when _finding.Exits[0] is { } exit && exit.GetLocation() == _steps[i].Place:
                        continue;
                    case "branch" or "throw":
                        return _steps[i].Text;
                    case "acquire" or "release":
                        return null;
                }
            }

            return null;
        }
    }

    /// <summary>What the user calls another object of the path.</summary>
    public string NameOf(Value value) =>
        ObjectNamer.VariableOf(value, _finding.State, _body) ?? ObjectNamer.Describe(value, _finding.State, _body);

    public StoryStep Last(string text) => new("end", ObjectNamer.LocationOf(_finding.Place), text, text);

    public StoryStep Lost()
    {
        Location place = _finding.Exits[0]?.GetLocation() ?? _body.Graph.OriginalOperation.Syntax.GetLastToken().GetLocation();
        string text = _finding.IsByCall ? $"'{StoryTeller.Shorten(_finding.Exits[0]!)}' throws: it is still held, and lost" : "it is still held here, and lost";
        return new StoryStep("end", place, text, string.Empty);
    }

    /// <summary>The answer that would have meant success, of the acquire that the finding is about.</summary>
    public RefCondition SuccessWhen()
    {
        MemberContract contract = _finding.Member switch
        {
            IMethodSymbol method => _body.ContractOfCall(method),
            { } member => _body.Contracts.Of(member),
            null => MemberContract.None,
        };
        RefCondition found = ConditionIn(contract.Receiver);
        foreach (ElementContract parameter in contract.Parameters)
        {
            found = found == RefCondition.Always ? ConditionIn(parameter) : found;
        }

        return found == RefCondition.Always ? ConditionIn(contract.Return) : found;
    }

    public Diagnostic Tell(DiagnosticDescriptor descriptor, StoryStep last, params object[] arguments)
    {
        if (_steps.Count > 0 && _steps[_steps.Count - 1] is { Role: "throw" } thrown && thrown.Place == last.Place)
        {
            _steps.RemoveAt(_steps.Count - 1);
        }

        _steps.Add(last);
        var locations = ImmutableArray.CreateBuilder<Location>(_steps.Count);
        var text = new StringBuilder();
        var roles = new StringBuilder();
        for (int i = 0; i < _steps.Count; i++)
        {
            Location place = _steps[i].Place;
            locations.Add(place);
            text.Append(i == 0 ? string.Empty : "\n")
                .Append((i + 1).ToString(CultureInfo.InvariantCulture)).Append(". line ").Append(LineOf(place)).Append(": ").Append(_steps[i].Text);
            roles.Append(i == 0 ? string.Empty : ";").Append(_steps[i].Role);
        }

        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties.Add(DiagnosticProperties.Story, text.ToString());
        properties.Add(DiagnosticProperties.StoryRoles, roles.ToString());
        properties.Add(DiagnosticProperties.Kind, _finding.RefKind);
        properties.Add(DiagnosticProperties.Fingerprint, Fingerprint.Of(descriptor.Id, _body.Method, _finding.RefKind, Name));
        AddFixProperties(properties);
        return Diagnostic.Create(descriptor, _finding.Kind == FindingKind.OwnedNotReleased ? ObjectNamer.HeadOf(_finding.Place) : ObjectNamer.LocationOf(_finding.Place), locations, properties.ToImmutable(), arguments);
    }

    private void AddFixProperties(ImmutableDictionary<string, string?>.Builder properties)
    {
        void AddIfAny(string key, string? value)
        {
            if (value is not null)
            {
                properties.Add(key, value);
            }
        }

        AddIfAny(DiagnosticProperties.Object, SimpleName);
        AddIfAny(DiagnosticProperties.Slot, (_finding.Dangling ?? _finding.Member) is (IFieldSymbol or IPropertySymbol) and { } slot ? slot.Name : null);
        INamedTypeSymbol? within = _body.Method.ContainingType;
        if (ObjectNamer.TypeOf(_finding.Subject) is { } type)
        {
            AddIfAny(DiagnosticProperties.ReleaseCall, _finding.IsAcquiredElsewhere ? null : _releases.ReleaseCallOf(type, _finding.RefKind, within) ?? StaticReleaseCall(type, within));
            AddIfAny(DiagnosticProperties.TryAcquireCall, _releases.TryAcquireCallOf(type, _finding.RefKind, within));
            if (_finding is { MustBeHeldHere: true, Resource.Provenance: Provenance.Lent })
            {
                AddIfAny(DiagnosticProperties.AcquireCall, _releases.AcquireCallOf(type, _finding.RefKind, within));
            }

            AddIfAny(DiagnosticProperties.TakesOne, _finding.TakesOne ? "true" : null);
            if (_finding.Rejected is { } rejected)
            {
                AddIfAny(DiagnosticProperties.TraitTest, _releases.TraitTestOf(type, rejected.Trait, within));
                AddIfAny(DiagnosticProperties.RejectedFlag, ObjectNamer.FlagOf(rejected, _finding.Member));
            }
        }

        AddIfAny(DiagnosticProperties.RightElsewhere, _finding.IsRightElsewhere ? "true" : null);
        AddIfAny(DiagnosticProperties.OwnerIsHeld, _finding.Rejected is not null && IsOwnerHeld() ? "true" : null);
        if (_finding.Counts is { } counts)
        {
            properties.Add(DiagnosticProperties.ReleasedCount, counts.Released);
            AddIfAny(DiagnosticProperties.ObtainedCount, counts.Obtained is { } obtained ? ObjectNamer.VariableOf(obtained, _finding.State, _body) : null);
        }

        if (_finding.Lenders is { } lenders)
        {
            AddIfAny(DiagnosticProperties.Lender, ObjectNamer.VariableOf(lenders.From, _finding.State, _body) ?? ObjectNamer.OwnFieldOf(lenders.From, _body));
        }

        if (_finding.Kind == FindingKind.UncheckedAcquire)
        {
            properties.Add(DiagnosticProperties.SuccessWhen, SuccessWhen().ToString().ToLowerInvariant());
        }

        if (_finding.Kind == FindingKind.Leak)
        {
            properties.Add(DiagnosticProperties.LeakShape, _finding.Shape.ToString().ToLowerInvariant());
            var exits = new StringBuilder();
            foreach (SyntaxNode? exit in _finding.Exits)
            {
                exits.Append(exits.Length == 0 ? string.Empty : ";")
                    .Append(exit is null ? "end" : exit.SpanStart.ToString(CultureInfo.InvariantCulture));
            }

            properties.Add(DiagnosticProperties.LeakExits, exits.ToString());
            AddIfAny(DiagnosticProperties.LeakByCall, _finding.HasExitByCall ? "true" : null);
        }
    }

    /// <summary>Whether the object that the subject was read from is held here, or lent to this body.</summary>
    private bool IsOwnerHeld() =>
        _body.SiteOf(_finding.Subject) is { Container: >= 0 } site
        && _body.Values[site.Container] is var owner
        && (_finding.State.ResourceOf(owner) is { } resource
            ? resource.IsHeld || (resource is { Escaped: false, Released: false } && IsLent(resource.Provenance))
            : IsLent(_body.SiteOf(owner)?.Provenance));

    private static bool IsLent(Provenance? provenance) => provenance is Provenance.Lent or Provenance.HelperArgument or Provenance.OwnedSlot;

    /// <summary>Where the wrong function is a static one, so is the right one most often: of the same type, or of the one that allocates.</summary>
    private string? StaticReleaseCall(ITypeSymbol type, INamedTypeSymbol? within)
    {
        if (_finding is not { Kind: FindingKind.WrongRelease, Parameter: not null, Member: { } member })
        {
            return null;
        }

        ISymbol? source = _body.Sites[_finding.Resource.HoldingOf(_finding.RefKind).Site]?.Source;
        return _releases.StaticReleaseCallOf(member.ContainingType, type, _finding.RefKind, within)
            ?? (source?.ContainingType is { } allocator ? _releases.StaticReleaseCallOf(allocator, type, _finding.RefKind, within) : null);
    }

    private static RefCondition ConditionIn(ElementContract element)
    {
        foreach (RefEffect effect in element.Effects)
        {
            if (effect.Acquires && !effect.IsUnconditional)
            {
                return effect.When;
            }
        }

        return RefCondition.Always;
    }

    private static string LineOf(Location place) =>
        (place.GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
}
