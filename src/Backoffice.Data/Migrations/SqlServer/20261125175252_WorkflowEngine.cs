using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class WorkflowEngine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Trail");

            migrationBuilder.DropIndex(
                name: "IX_WorkItems_Instance_Number",
                table: "WorkItems");

            migrationBuilder.AddColumn<Guid>(
                name: "ActedBy",
                table: "WorkItems",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DueAt",
                table: "WorkItems",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HeldFor",
                table: "WorkItems",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Origin",
                table: "WorkItems",
                type: "int",
                nullable: true);

            // The database casts no text to bytes, and the states of the earlier engine cannot be read by this one.
            migrationBuilder.DropColumn(
                name: "State",
                table: "Instances");

            migrationBuilder.AddColumn<byte[]>(
                name: "State",
                table: "Instances",
                type: "varbinary(max)",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "Incidents",
                table: "Instances",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "Parent",
                table: "Instances",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ParentWait",
                table: "Instances",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Holder = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Proxy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartsAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Workflows = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Comment = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RevokedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InstanceEvents",
                columns: table => new
                {
                    Instance = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Person = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Events = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InstanceEvents", x => new { x.Instance, x.Sequence });
                    table.ForeignKey(
                        name: "FK_InstanceEvents_Instances_Instance",
                        column: x => x.Instance,
                        principalTable: "Instances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Instance = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Wait = table.Column<int>(type: "int", nullable: true),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LeasedUntil = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Error = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Schedules",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Cron = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    NextAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Schedules", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Waits",
                columns: table => new
                {
                    Instance = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Activity = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Record = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WorkItem = table.Column<int>(type: "int", nullable: true),
                    LeasedUntil = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Waits", x => new { x.Instance, x.Number });
                    table.ForeignKey(
                        name: "FK_Waits_Instances_Instance",
                        column: x => x.Instance,
                        principalTable: "Instances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_Instance",
                table: "WorkItems",
                column: "Instance");

            migrationBuilder.CreateIndex(
                name: "IX_Instances_Parent",
                table: "Instances",
                column: "Parent");

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_Holder_EndsAt",
                table: "Delegations",
                columns: new[] { "Holder", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_Proxy_EndsAt",
                table: "Delegations",
                columns: new[] { "Proxy", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_DueAt",
                table: "Outbox",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Waits_DueAt",
                table: "Waits",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Waits_Name_Record",
                table: "Waits",
                columns: new[] { "Name", "Record" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "InstanceEvents");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "Schedules");

            migrationBuilder.DropTable(
                name: "Waits");

            migrationBuilder.DropIndex(
                name: "IX_WorkItems_Instance",
                table: "WorkItems");

            migrationBuilder.DropIndex(
                name: "IX_Instances_Parent",
                table: "Instances");

            migrationBuilder.DropColumn(
                name: "ActedBy",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "HeldFor",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "Incidents",
                table: "Instances");

            migrationBuilder.DropColumn(
                name: "Parent",
                table: "Instances");

            migrationBuilder.DropColumn(
                name: "ParentWait",
                table: "Instances");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Instances");

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Instances",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Trail",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Act = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Activity = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Comment = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Form = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Instance = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Person = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Record = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    To = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    TookSeconds = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Trail", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Trail_Instances_Instance",
                        column: x => x.Instance,
                        principalTable: "Instances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_Instance_Number",
                table: "WorkItems",
                columns: new[] { "Instance", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Trail_Instance_Sequence",
                table: "Trail",
                columns: new[] { "Instance", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Trail_Record",
                table: "Trail",
                column: "Record");
        }
    }
}
