using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RemovedAttachments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "RemovedAt",
                table: "Attachments",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RemovedAt",
                table: "Attachments");
        }
    }
}
