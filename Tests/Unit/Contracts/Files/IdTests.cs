using System.Linq;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Contracts.Files;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Devmap.Tests.Unit.Contracts.Files;

/// <summary>Ids name exactly one member, whatever kind of member it is.</summary>
public sealed class IdTests
{
    private const string Code = """
        namespace N
        {
            public interface I<T> { void Do(T a); }
            public delegate void Handler<T>(T a);
            public unsafe class Outer<T> : System.IDisposable, I<string>
            {
                public Outer() { }
                public Outer(T a) { }
                public class Inner<U> { public void Both(T a, U b) { } public U Field; }
                public V Generic<V, W>(V a, W[] b) => a;
                public void Refs(ref int a, out T b, in System.Guid c) { b = default; }
                public void Arrays(int[] a, int[,] b, int[][] c, T[][,] d) { }
                public void Pointers(int* a, void** b) { }
                public void Constructed(System.Collections.Generic.Dictionary<T, System.Collections.Generic.List<int?>> a, (int, string) b, object c) { }
                public void Function(delegate*<int, void> a) { }
                public void Optional(params object[] a) { }
                void System.IDisposable.Dispose() { }
                void I<string>.Do(string a) { }
                public int this[int a, string b] { get => 0; set { } }
                public object Property { get; set; }
                public static object Static;
                public event System.Action Changed;
                public static Outer<T> operator +(Outer<T> a, Outer<T> b) => a;
                public static explicit operator int(Outer<T> a) => 0;
                public static implicit operator Outer<T>(int a) => null;
                ~Outer() { }
            }
        }
        """;

    [Theory]
    [InlineData("M:N.Outer`1.#ctor")]
    [InlineData("M:N.Outer`1.#ctor(`0)")]
    [InlineData("M:N.Outer`1.Inner`1.Both(`0,`1)")]
    [InlineData("F:N.Outer`1.Inner`1.Field")]
    [InlineData("M:N.Outer`1.Generic``2(``0,``1[])")]
    [InlineData("M:N.Outer`1.Refs(System.Int32@,`0@,System.Guid@)")]
    [InlineData("M:N.Outer`1.Arrays(System.Int32[],System.Int32[0:,0:],System.Int32[][],`0[0:,0:][])")]
    [InlineData("M:N.Outer`1.Pointers(System.Int32*,System.Void**)")]
    [InlineData("M:N.Outer`1.Constructed(System.Collections.Generic.Dictionary{`0,System.Collections.Generic.List{System.Nullable{System.Int32}}},System.ValueTuple{System.Int32,System.String},System.Object)")]
    [InlineData("M:N.Outer`1.Optional(System.Object[])")]
    [InlineData("M:N.Outer`1.System#IDisposable#Dispose")]
    [InlineData("M:N.Outer`1.N#I{System#String}#Do(System.String)")]
    [InlineData("P:N.Outer`1.Item(System.Int32,System.String)")]
    [InlineData("M:N.Outer`1.get_Item(System.Int32,System.String)")]
    [InlineData("M:N.Outer`1.set_Item(System.Int32,System.String,System.Int32)")]
    [InlineData("P:N.Outer`1.Property")]
    [InlineData("M:N.Outer`1.get_Property")]
    [InlineData("F:N.Outer`1.Static")]
    [InlineData("M:N.Outer`1.add_Changed(System.Action)")]
    [InlineData("M:N.Outer`1.op_Addition(N.Outer{`0},N.Outer{`0})")]
    [InlineData("M:N.Outer`1.op_Explicit(N.Outer{`0})~System.Int32")]
    [InlineData("M:N.Outer`1.op_Implicit(System.Int32)~N.Outer{`0}")]
    [InlineData("M:N.Outer`1.Finalize")]
    [InlineData("M:N.Handler`1.Invoke(`0)")]
    [InlineData("M:N.I`1.Do(`0)")]
    [InlineData("T:N.Outer`1.Inner`1")]
    public void AnIdNamesOneMember(string id)
    {
        string clause = id[0] is 'M' ? "this releases kind=found" : "this has trait=found";
        var file = FileWorld.Read($"{id}; {clause}");
        Assert.Empty(file.Problems);
        Assert.Equal(id, Assert.Single(file.Entries).Id.Text);

        var code = ContractWorld.Of(Code);
        var source = new FileContractSource(FileWorld.Load($"{id}; {clause}"));
        var found = code.Compilation.Assembly.GlobalNamespace.GetNamespaceMembers().Single(space => space.Name == "N").GetTypeMembers()
            .SelectMany(type => type.GetTypeMembers().Append(type))
            .SelectMany(type => type.GetMembers().Append(type))
            .Distinct(SymbolEqualityComparer.Default)
            .Where(symbol => source.Read(symbol!) is not null);

        Assert.Equal(id, Assert.Single(found)!.GetDocumentationCommentId());
    }

    [Fact]
    public void EverySymbolCanBeAskedFor()
    {
        var world = ContractWorld.OfBroken(Code + " class Broken { void M(Missing a, ) { } int this[Missing b] => 0; Missing F, ; void (int x); } class Broken { }");
        var source = new FileContractSource(FileWorld.Load("M:A.B; this acquires"));

        Assert.Null(source.Read(world.Compilation.Assembly));
        foreach (var type in world.Compilation.GetSymbolsWithName(_ => true, SymbolFilter.TypeAndMember))
        {
            Assert.Null(source.Read(type));
        }
    }

    [Fact]
    public void ConstructedAndReducedSymbolsHaveTheContractOfTheDefinition()
    {
        var world = FileWorld.Of(
            """
            public class Pool<T> { public T[] Rent(int n) => null; }
            public static class Extensions { public static void Give<T>(this Pool<T> pool, T[] array) { } }
            public class C { public Pool<int> Field; }
            """,
            """
            M:Pool`1.Rent(System.Int32); return acquires
            M:Extensions.Give``1(Pool{``0},``0[]); array releases, this requires
            """);

        var pool = (INamedTypeSymbol)((IFieldSymbol)world.Member("C", "Field")).Type;
        var give = ((IMethodSymbol)world.Member("Extensions", "Give")).ReduceExtensionMethod(pool)!;

        Assert.Equal("+ref", ContractWorld.Effects(world.Contracts.Of(pool.GetMembers("Rent").Single()).Return));
        Assert.Equal("-ref", ContractWorld.Effects(world.Contracts.OfParameter(give.Parameters[0])));
        Assert.True(world.Contracts.Of(give).Parameter(0).Requires);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("A.B", 0)]
    [InlineData("X:A.B", 0)]
    [InlineData("N:A.B", 0)]
    [InlineData("E:A.B", 0)]
    [InlineData("!:A.B", 0)]
    [InlineData("m:A.B", 0)]
    [InlineData("M:", 2)]
    [InlineData("M:A", 2)]
    [InlineData("M:A.", 2)]
    [InlineData("M:.A", 2)]
    [InlineData("M:A..B", 2)]
    [InlineData("T:", 2)]
    [InlineData("M:A.B(System.Int32, System.Int32)", 19)]
    [InlineData("M:A.B(", 5)]
    [InlineData("M:A.B)", 5)]
    [InlineData("M:A.B({)}", 7)]
    [InlineData("M:A.B\0C", 5)]
    public void WhatIsNoId(string text, int expected)
    {
        Assert.Null(DocumentationId.Parse(text, out string problem, out int at));
        Assert.NotEmpty(problem);
        Assert.Equal(expected, at);
    }
}
