using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Devmap.Analyzers;
using Devmap.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace Devmap.Tests.Unit.Rules;

/// <summary>What hosts, users of <c>--diagnostic-fix-map</c> and readers rely on, of every fix provider.</summary>
public sealed class FixProvidersTests
{
    public static TheoryData<Type> Providers => [.. ProviderTypes];

    private static IEnumerable<Type> ProviderTypes =>
        typeof(DevmapCodeFixProvider).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract);

    // What is wrong there is for the author to say: the page of the rule tells why.
    private static readonly string[] WithoutFix =
    [
        DiagnosticIds.LruOfDevicePage, DiagnosticIds.MissingFailureNotification, DiagnosticIds.ContractNotHonoured, DiagnosticIds.ContractMatchesNothing,
        DiagnosticIds.InvalidOption, DiagnosticIds.NotAnalysed,
    ];

    [Fact]
    public void EveryOtherRuleHasOne()
    {
        var rules = typeof(DiagnosticIds).GetFields().Select(field => (field.Name, Id: (string)field.GetRawConstantValue()!)).Where(rule => !WithoutFix.Contains(rule.Id));
        var fixes = ProviderTypes.Select(type => (Name: type.Name[..^"Fix".Length], Id: Create(type).FixableDiagnosticIds.Single()));
        Assert.Equal(rules.Order(), fixes.Order());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void IsExportedUnderItsName(Type provider)
    {
        var export = provider.GetCustomAttribute<ExportCodeFixProviderAttribute>();
        Assert.Equal([LanguageNames.CSharp], export!.Languages);
        Assert.Equal(provider.Name, export.Name);

        // [Shared] would tie the assembly to a newer System.Composition than the oldest host has.
        Assert.Null(provider.GetCustomAttribute<System.Composition.SharedAttribute>());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void FixesAllInEveryScope(Type provider) => Assert.Equal(
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution],
        Create(provider).GetFixAllProvider()!.GetSupportedFixAllScopes());

    [Theory]
    [MemberData(nameof(Providers))]
    public void NamesItsKeysAfterItsRule(Type provider)
    {
        var keys = provider.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).ToList();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Equal(
            $"Devmap.{provider.Name[..^"Fix".Length]}.{key.Name[..^"Key".Length]}", key.GetRawConstantValue()));
    }

    private static CodeFixProvider Create(Type provider) => (CodeFixProvider)Activator.CreateInstance(provider)!;
}
